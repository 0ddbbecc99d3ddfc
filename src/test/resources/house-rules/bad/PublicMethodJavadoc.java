package bad;

/** A fixture. */
public final class PublicMethodJavadoc {
  public int size() {
    return 1;
  }
}
