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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Calls what is due in the accounts of this node again and again, from its start to its end. */
@Singleton
public final class AccountTicker {
  private static final Logger LOG = System.getLogger(AccountTicker.class.getName());
  private static final Duration HEAR = Duration.ofSeconds(1);
  private static final Duration SWEEP = Duration.ofMinutes(1);

  private final ChangeFeed feed;
  private final Sessions sessions;
  private final OneTimeLinks links;
  private final Guests guests;
  private final Node node;
  private List<ScheduledFuture<?>> running = List.of();

  @Inject
  AccountTicker(ChangeFeed feed, Sessions sessions, OneTimeLinks links, Guests guests, Node node) {
    this.feed = feed;
    this.sessions = sessions;
    this.links = links;
    this.guests = guests;
    this.node = node;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    guarded("guests", guests::renew).run();
    running =
        List.of(
            every(HEAR, "hear", feed::poll),
            every(SWEEP, "sweep", sessions::sweep),
            every(SWEEP, "guests", guests::renew),
            every(SWEEP, "forget_links", links::purge),
            every(SWEEP, "forget_changes", feed::purge));
  }

  private ScheduledFuture<?> every(Duration delay, String what, Runnable work) {
    long millis = delay.toMillis();
    return node.blocking()
        .scheduleWithFixedDelay(guarded(what, work), millis, millis, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    running.forEach(task -> task.cancel(false));
  }

  /** What throws is not called again by the scheduler. */
  private static Runnable guarded(String what, Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "event=accounts_" + what + "_failed", e);
      }
    };
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
