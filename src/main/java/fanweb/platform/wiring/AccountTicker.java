package fanweb.platform.wiring;

import fanweb.account.ChangeFeed;
import fanweb.account.ClaimedGuests;
import fanweb.account.Grants;
import fanweb.account.OneTimeLinks;
import fanweb.account.Sessions;
import fanweb.chat.Node;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Calls what is due in the accounts of this node again and again, from its start to its end. */
@Singleton
public final class AccountTicker {
  private static final Duration HEAR = Duration.ofSeconds(1);
  private static final Duration SWEEP = Duration.ofMinutes(1);

  private final ChangeFeed feed;
  private final Sessions sessions;
  private final OneTimeLinks links;
  private final Guests guests;
  private final Ticker ticker;

  @Inject
  AccountTicker(ChangeFeed feed, Sessions sessions, OneTimeLinks links, Guests guests, Node node) {
    this.feed = feed;
    this.sessions = sessions;
    this.links = links;
    this.guests = guests;
    this.ticker = new Ticker(node.blocking(), System.getLogger(AccountTicker.class.getName()));
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    ticker.attempt("accounts_guests", guests::renew);
    ticker.every(HEAR, "accounts_hear", feed::poll);
    ticker.every(SWEEP, "accounts_sweep", sessions::sweep);
    ticker.every(SWEEP, "accounts_guests", guests::renew);
    ticker.every(SWEEP, "accounts_forget_links", links::purge);
    ticker.every(SWEEP, "accounts_forget_changes", feed::purge);
  }

  @PreDestroy
  void stop() {
    ticker.stop();
  }

  /**
   * What a node keeps in memory about guests.
   *
   * @param grants what they may do
   * @param claimed which of them are users by now
   */
  record Guests(Grants grants, ClaimedGuests claimed) {
    void renew() {
      grants.renew();
      claimed.renew();
    }
  }
}
