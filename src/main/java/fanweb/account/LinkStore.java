package fanweb.account;

import java.time.Instant;
import java.util.Optional;

/**
 * Where links are. Blocks: every call reads or writes the database, in the caller's {@link
 * Transactions transaction} if there is one. Any thread.
 */
public interface LinkStore {
  /**
   * A link.
   *
   * @param purpose what it is for
   * @param userId whose password it resets; 0 for other purposes
   * @param ends when it stops working
   * @param stamp of what the user was when it was made, see {@link OneTimeLinks}; empty without one
   */
  record Stored(OneTimeLink.Purpose purpose, long userId, Instant ends, String stamp) {}

  /** Adds one. */
  void add(String fingerprint, Stored link);

  /** Finds one that nobody has used and that has not ended. */
  Optional<Stored> find(String fingerprint, Instant now);

  /** Uses it up; false when somebody else has done so, or it has ended. */
  boolean spend(String fingerprint, Instant now);

  /** Removes those that ended before a moment. */
  void purge(Instant before);
}
