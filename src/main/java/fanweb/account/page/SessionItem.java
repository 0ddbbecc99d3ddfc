package fanweb.account.page;

import fanweb.account.Identity;
import fanweb.account.Session;
import fanweb.platform.Ago;
import java.time.Duration;
import java.time.Instant;

/**
 * One of one's own sessions in a list.
 *
 * @param session which
 * @param here whether it is the one that asks
 * @param browser what it is signed in with
 * @param began how long ago it began
 * @param seen how long ago it was last used
 */
public record SessionItem(Session session, boolean here, Browser browser, Ago began, Ago seen) {
  static SessionItem of(Session session, Identity who, Instant now) {
    return new SessionItem(
        session,
        session.id() == who.credential(),
        Browser.of(session.agent()),
        Ago.of(Duration.between(session.began(), now)),
        Ago.of(Duration.between(session.seen(), now)));
  }
}
