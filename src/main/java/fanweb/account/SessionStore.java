package fanweb.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where sessions are. Blocks: every call reads or writes the database, in the caller's {@link
 * Transactions transaction} if there is one. Any thread.
 */
public interface SessionStore {
  /**
   * A session with whose it is.
   *
   * @param session the session
   * @param person whose it is
   * @param granted the stamp of what they might do when it got its secret
   * @param current whether it was found by the secret it has now, and not by the one before
   */
  record Stored(Session session, Person person, String granted, boolean current) {}

  /**
   * A session gets another secret.
   *
   * @param id which
   * @param before fingerprint of the secret it has
   * @param after fingerprint of the one it gets
   * @param granted see {@link Stored#granted}
   * @param at when
   */
  record Renewal(long id, String before, String after, String granted, Instant at) {}

  /**
   * Adds one.
   *
   * @param session its id does not matter
   * @param fingerprint of its secret
   * @param granted see {@link Stored#granted}
   * @return the session with its id
   */
  Session add(Session session, String fingerprint, String granted);

  /**
   * Finds one by its secret, or by the one before if that was replaced after a moment. One that has
   * ended by time may be found too.
   */
  Optional<Stored> find(String fingerprint, Instant replacedAfter);

  /** Finds one by its number. One that has ended by time may be found too. */
  Optional<Stored> find(long id);

  /** Replaces the secret; false when another request has just done so. */
  boolean renew(Renewal renewal);

  /** Notes that it was used. */
  void seen(long id, Instant at);

  /** All of a user, the last seen first; some may have ended by time. */
  List<Session> of(long userId);

  /**
   * The numbers of all of a user, held until the transaction ends: those too that were stored since
   * it began.
   */
  List<Long> held(long userId);

  /** Removes one; false when it is not there. */
  boolean remove(long id);

  /**
   * Some that have ended by time, by their numbers.
   *
   * @param idle how long one that is not remembered may be unused
   */
  List<Long> ended(Instant now, Duration idle);
}
