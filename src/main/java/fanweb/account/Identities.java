package fanweb.account;

import java.util.Optional;

/** Finds out who asks. Those that read the database say so. Any thread. */
public interface Identities {
  /** Whose session a cookie opens; empty when it has ended. Reads the database. */
  Optional<Identity> bySession(Secret secret);

  /**
   * The same for a request that can be answered with another cookie: whoever may do something else
   * than when they got their secret gets another; the one they have opens for a minute more. Reads
   * the database.
   */
  Optional<Entry> enter(Secret secret);

  /** Whose token this is; empty when it is revoked or out of date. Reads the database. */
  Optional<Identity> byToken(Secret secret);

  /**
   * The same person by the same proof as they are now; empty when that proves nothing any more.
   * Their session counts as used: call it for an open connection every few minutes, or it ends for
   * lack of use. Reads the database.
   */
  Optional<Identity> again(Identity before);

  /**
   * A guest by their token's author id, or one without a token.
   *
   * @param author empty for one without
   */
  Identity guest(String author);

  /** Whether a guest's author id belongs to a user by now, so that a guest's token is worthless. */
  boolean isClaimed(String author);

  /**
   * Somebody with a session.
   *
   * @param identity who
   * @param renewed the secret that opens it from now on, if it is another
   * @param session what it opens
   */
  record Entry(Identity identity, Optional<Secret> renewed, Session session) {}
}
