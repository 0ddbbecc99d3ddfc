package fanweb.platform.launch;

import fanweb.account.OneTimeLink.Made;
import fanweb.account.OneTimeLinks;
import fanweb.account.SignInSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The links for whoever started the server: one that makes the first administrator, as long as
 * there is none, and one that resets a password, when the settings ask for it. Blocks; any thread.
 */
@Singleton
final class FirstLinks {
  private static final Logger LOG = System.getLogger("fanweb");
  private static final String RESET = "fanweb.account.reset-login";

  private final OneTimeLinks links;
  private final String resetLogin;

  @Inject
  FirstLinks(OneTimeLinks links, SignInSettings settings) {
    this.links = links;
    this.resetLogin = settings.resetLogin();
  }

  /** Makes those that are needed. Without a database there are none. */
  List<Link> make() {
    try {
      return Stream.of(setUp(), reset()).flatMap(Optional::stream).toList();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "no link was made: " + e.getMessage());
      return List.of();
    }
  }

  private Optional<Link> setUp() {
    return links
        .setUp()
        .map(
            made ->
                new Link(
                    "There is no administrator yet. This link makes one, once, within 24 hours:",
                    "还没有管理员。用此链接创建，仅一次，24 小时内有效：",
                    "account/set-up/?link=",
                    made));
  }

  private Optional<Link> reset() {
    if (resetLogin.isEmpty()) {
      return Optional.empty();
    }
    Optional<Made> made = links.reset(resetLogin);
    if (made.isEmpty()) {
      LOG.log(Level.WARNING, RESET + ": nobody with this login may sign in");
    }
    return made.map(
        link ->
            new Link(
                "As " + RESET + " asks, this link sets a new password, once, within an hour:",
                "按 " + RESET + " 的要求，用此链接设置新密码，仅一次，1 小时内有效：",
                "account/reset/?link=",
                link));
  }

  /**
   * A link with its words.
   *
   * @param english what it is for
   * @param chinese the same
   * @param page where it leads, from the home page
   * @param made the link
   */
  record Link(String english, String chinese, String page, Made made) {
    /** Three lines. */
    String block(URI home) {
      return english + "\n" + chinese + "\n" + home.resolve(page + made.secret().value());
    }

    /** One line, from where nobody knows the server's address. */
    String line() {
      return english + " /" + page + made.secret().value();
    }
  }
}
