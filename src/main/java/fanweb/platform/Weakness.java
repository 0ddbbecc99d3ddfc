package fanweb.platform;

/**
 * A setting that works but leaves a site open or fragile that strangers can reach.
 *
 * @param setting as in {@code fanweb.mode}
 * @param advice what is weak and what to do, a sentence that begins in lower case
 * @param fatal whether no site in production may have it
 */
public record Weakness(String setting, String advice, boolean fatal) {
  /** One that whoever runs the site should know of. */
  public static Weakness warning(String setting, String advice) {
    return new Weakness(setting, advice, false);
  }

  /** One that keeps a site in production from starting. */
  public static Weakness fatal(String setting, String advice) {
    return new Weakness(setting, advice, true);
  }

  /** One line for people. Shows no value: it may be a secret. */
  @Override
  public String toString() {
    return setting + ": " + advice;
  }
}
