package fanweb.account;

import fanweb.platform.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The tokens of the API that belong to people. Blocks on the database; each call is in the caller's
 * transaction, or is one. Safe for any thread.
 */
public interface Tokens {
  /** The most that one person has at a time. */
  int MOST = 50;

  /**
   * Stores a new one; those of the same person that have ended go.
   *
   * @throws RefusedException 404 when there is no such person, 409 when they have {@link #MOST}
   *     already
   */
  Token create(long userId, TokenDraft draft);

  /** Those of one person, the latest first; some may have ended. */
  List<Token> of(long userId);

  /**
   * Revokes one and those that were made with it, and notes {@link AccountChange.CredentialEnded}
   * for each.
   *
   * @throws RefusedException 404 when that person has none with this number
   */
  void revoke(long userId, long id);

  /** Ends all of a person, and notes it likewise. In the caller's transaction if there is one. */
  void endAllOf(long userId);

  /**
   * What a secret opens, if it still does; notes its use, at most once a minute.
   *
   * @param fingerprint of the secret
   * @param now what time it is
   */
  Optional<Held> byFingerprint(String fingerprint, Instant now);

  /** The same by its number; notes nothing, and may find one that has ended. */
  Optional<Held> byId(long id);

  /**
   * What somebody shows who has a token. What they may is what of the scopes the person themselves
   * may at that moment.
   *
   * @param id of the token
   * @param userId whose it is
   * @param scopes what it may at most
   * @param ends when it stops working
   */
  record Held(long id, long userId, Permissions scopes, Instant ends) {}
}
