package fanweb.platform.launch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** How a start that cannot go on ends: with one line, and with Maven where Maven waits for it. */
public final class FailedStart {
  /** The exit code that says a setting is wrong. */
  public static final int WRONG_SETTING = 2;

  /** The exit code that says the database cannot be used. */
  public static final int UNUSABLE_DATABASE = 3;

  private FailedStart() {}

  /** The one line for people, the same in the log, on the console and in the failed deployment. */
  public static String line(Throwable reason) {
    return "Fan-Web cannot start: " + reason.getMessage();
  }

  /**
   * Logs the line. Returns on a server that others use as well, where the caller then fails the
   * deployment; ends the process when Maven started it for this WAR alone, for a server without it
   * would only keep Maven waiting.
   */
  public static void report(Logger log, Throwable reason, int exitCode) {
    log.log(Level.ERROR, line(reason));
    if (Boolean.getBoolean("fanweb.stop-with-parent")) {
      Runtime.getRuntime().halt(exitCode);
    }
  }
}
