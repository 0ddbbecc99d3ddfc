package fanweb.account;

import fanweb.platform.OneLineText;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sessions: how they begin, what opens them, how they end. Blocks: reads and writes the database,
 * in the caller's transaction if there is one. Any thread.
 */
public final class Sessions {
  private static final Logger LOG = System.getLogger(Sessions.class.getName());

  /** Requests that were under way when a secret was replaced still come with the one before. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  private final SessionStore store;
  private final ChangeLog changes;
  private final Transactions transactions;
  private final SignInSettings settings;
  private final Outside outside;

  /** Sessions by these settings. */
  public Sessions(
      SessionStore store,
      ChangeLog changes,
      Transactions transactions,
      SignInSettings settings,
      Outside outside) {
    this.store = store;
    this.changes = changes;
    this.transactions = transactions;
    this.settings = settings;
    this.outside = outside;
  }

  /**
   * A new one with a secret that nobody has had before, so that none can be foisted on somebody.
   */
  Begun begin(Person person, Permissions granted, boolean remember, Visit visit) {
    Secret secret = outside.draw(Secret.Kind.SESSION);
    Instant now = outside.now();
    Duration length = remember ? settings.longestRemembered() : settings.longest();
    Session session =
        new Session(
            0,
            person.id(),
            now,
            now,
            now.plus(length),
            remember,
            visit.address().network(),
            agent(visit.agent()));
    Session stored = store.add(session, secret.fingerprint(), stamp(granted));
    LOG.log(
        Level.INFO,
        "event=session_began session={0} user={1} address={2}",
        Long.toString(stored.id()),
        Long.toString(person.id()),
        visit.address());
    return new Begun(secret, stored);
  }

  /** What a secret opens; empty when it has ended, or its user may not sign in any more. */
  Optional<SessionStore.Stored> open(Secret secret) {
    Instant replacedAfter = outside.now().minus(GRACE);
    return store.find(secret.fingerprint(), replacedAfter).filter(this::isOpen).map(this::seen);
  }

  /** The same by the session's number. */
  Optional<SessionStore.Stored> open(long id) {
    return store.find(id).filter(this::isOpen).map(this::seen);
  }

  /**
   * Another secret for whoever came with this one, when they may do something else than when they
   * got it; null when they need none, or another request of theirs has just got it.
   */
  @Nullable Secret renewed(SessionStore.Stored stored, Secret secret, Permissions granted) {
    if (!stored.current() || stored.granted().equals(stamp(granted))) {
      return null;
    }
    Secret next = outside.draw(Secret.Kind.SESSION);
    SessionStore.Renewal renewal =
        new SessionStore.Renewal(
            stored.session().id(),
            secret.fingerprint(),
            next.fingerprint(),
            stamp(granted),
            outside.now());
    return store.renew(renewal) ? next : null;
  }

  /** Those of a user, the last seen first. */
  List<Session> of(long userId) {
    Instant now = outside.now();
    return store.of(userId).stream().filter(session -> isOpen(session, now)).toList();
  }

  /** Ends one; false when it is none of the user's. */
  boolean end(long id, long userId) {
    return transactions.within(
        () -> {
          boolean known = store.find(id).filter(found -> found.person().id() == userId).isPresent();
          return known && end(id);
        });
  }

  /** Ends all of a user, and notes it. */
  public void endAllOf(long userId) {
    transactions.within(
        () -> {
          List<Long> all = store.held(userId);
          all.forEach(this::end);
          return all.size();
        });
  }

  /** Ends those whose time is over. To be called every minute; several nodes may do so at once. */
  public void sweep() {
    for (long id : store.ended(outside.now(), settings.idle())) {
      transactions.within(() -> end(id));
    }
  }

  private boolean end(long id) {
    boolean ended = store.remove(id);
    if (ended) {
      changes.note(new AccountChange.CredentialEnded(Identity.Proof.SESSION, id));
      LOG.log(Level.INFO, "event=session_ended session={0}", Long.toString(id));
    }
    return ended;
  }

  private boolean isOpen(SessionStore.Stored found) {
    return found.person().active() && isOpen(found.session(), outside.now());
  }

  private boolean isOpen(Session session, Instant now) {
    boolean idle = !session.remembered() && !now.isBefore(session.seen().plus(settings.idle()));
    return now.isBefore(session.ends()) && !idle;
  }

  private SessionStore.Stored seen(SessionStore.Stored found) {
    Instant now = outside.now();
    if (!now.isBefore(found.session().seen().plus(SEEN_EVERY))) {
      store.seen(found.session().id(), now);
    }
    return found;
  }

  /** What somebody may do, so that it can be told whether it is still the same. */
  private static String stamp(Permissions granted) {
    return Fingerprint.of(granted.codes().stream().sorted().collect(Collectors.joining("\n")));
  }

  /** What a browser calls itself, in one line and cut. */
  private static String agent(String sent) {
    String line = OneLineText.normal(sent.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", " "));
    int length = line.codePointCount(0, line.length());
    return line.substring(0, line.offsetByCodePoints(0, Math.min(length, Session.MAX_AGENT)));
  }

  /**
   * A session that has just begun.
   *
   * @param secret told this once
   * @param session what it opens
   */
  record Begun(Secret secret, Session session) {}
}
