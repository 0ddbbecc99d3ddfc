package fanweb.account;

import fanweb.platform.InvalidSettingException;
import fanweb.platform.SettingsReader;
import java.time.Duration;

/**
 * The settings of signing up and in.
 *
 * @param signUpOpen {@code fanweb.account.sign-up}: whether whoever comes may make an account
 * @param idle {@code fanweb.account.session-idle-minutes}: how long a session may be unused
 * @param longest {@code fanweb.account.session-hours}: how long it lasts at most
 * @param longestRemembered {@code fanweb.account.session-remembered-days}: the same of one that
 *     outlives the browser's closing, used or not
 * @param resetLogin {@code fanweb.account.reset-login}: for whom a link is made at the start; empty
 *     for nobody
 */
public record SignInSettings(
    boolean signUpOpen,
    Duration idle,
    Duration longest,
    Duration longestRemembered,
    String resetLogin) {
  private static final int MOST_MINUTES = 10_080;
  private static final int LEAST_MINUTES = 5;
  private static final int MOST_HOURS = 168;
  private static final int MOST_DAYS = 365;

  /**
   * Reads all of them.
   *
   * @throws InvalidSettingException for the first that is wrong
   */
  public static SignInSettings read(SettingsReader settings) {
    String minutes = "fanweb.account.session-idle-minutes";
    return new SignInSettings(
        settings.choice("fanweb.account.sign-up", "open", "closed").equals("open"),
        Duration.ofMinutes(settings.integer(minutes, LEAST_MINUTES, MOST_MINUTES)),
        Duration.ofHours(settings.integer("fanweb.account.session-hours", 1, MOST_HOURS)),
        Duration.ofDays(settings.integer("fanweb.account.session-remembered-days", 1, MOST_DAYS)),
        resetLogin(settings));
  }

  private static String resetLogin(SettingsReader settings) {
    String name = "fanweb.account.reset-login";
    String login = settings.verbatim(name).strip();
    if (!login.isEmpty() && Login.plain(login).isEmpty()) {
      throw new InvalidSettingException(name, login, "must be empty, or a login: it " + Login.RULE);
    }
    return login;
  }
}
