package bad;

/** A fixture. */
public final class Outer {
  public record Inner() {}
}
