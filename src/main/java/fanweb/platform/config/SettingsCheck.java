package fanweb.platform.config;

import fanweb.platform.InvalidSettingException;
import fanweb.platform.SettingsReader;
import fanweb.platform.Weakness;
import fanweb.platform.launch.FailedStart;
import java.io.PrintStream;
import java.util.List;

/** Checks all settings without a server, so that a launcher can refuse to start one. */
public final class SettingsCheck {
  private SettingsCheck() {}

  /**
   * Ends with 0 in silence when all settings are right, with 2 and one line on standard error when
   * one is not.
   */
  public static void main(String[] args) {
    System.exit(run(ProcessSettings.ofProcess().reader(), System.err));
  }

  static int run(SettingsReader settings, PrintStream err) {
    try {
      // What is weak but will do is told by the server's own log.
      List<Weakness> unused = StartCheck.run(settings);
      return 0;
    } catch (InvalidSettingException e) {
      err.println(FailedStart.line(e));
      return FailedStart.WRONG_SETTING;
    }
  }
}
