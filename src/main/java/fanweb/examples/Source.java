package fanweb.examples;

/**
 * A piece of this project's own code.
 *
 * @param file its path among the packaged sources
 * @param method which method of the class; empty for the whole of it
 */
public record Source(String file, String method) {
  /** A whole class, or a whole file that is none. */
  static Source of(String file) {
    return new Source(file, "");
  }

  /** What people call it. */
  public String name() {
    String simple = file.substring(file.lastIndexOf('/') + 1);
    return method.isEmpty() ? simple : simple.replace(".java", "." + method);
  }
}
