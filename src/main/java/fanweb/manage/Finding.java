package fanweb.manage;

/**
 * What one check of a site found.
 *
 * @param check which, in one word
 * @param result whether it is as it should be
 * @param line what was found and, if that is wrong, how to mend it
 * @param exitCode one of {@link ExitCode}: of the whole command if this is the first that is wrong
 */
public record Finding(String check, Result result, String line, int exitCode) {
  /** Whether something is as it should be. */
  public enum Result {
    /** It is. */
    OK,
    /** It will do, though not for everybody. */
    WEAK,
    /** It is not. */
    WRONG
  }

  /** Of something that is as it should be. */
  public static Finding ok(String check, String line) {
    return new Finding(check, Result.OK, line, ExitCode.OK);
  }

  /** Of something that will do, though not for everybody. */
  public static Finding weak(String check, String line) {
    return new Finding(check, Result.WEAK, line, ExitCode.OK);
  }

  /** Of something that has to be mended. */
  public static Finding wrong(String check, String line, int exitCode) {
    return new Finding(check, Result.WRONG, line, exitCode);
  }
}
