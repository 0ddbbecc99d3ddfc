package bad;

/** A fixture. */
public interface Port {
  int size();
}
