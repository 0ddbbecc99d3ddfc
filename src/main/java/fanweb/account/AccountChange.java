package fanweb.account;

/**
 * Something happened to accounts, on whatever node, that those who are connected must notice within
 * five seconds.
 */
public sealed interface AccountChange {
  /**
   * A session ended, or a token was revoked, whatever the reason.
   *
   * @param proof {@code SESSION} or {@code TOKEN}
   * @param credential its number
   */
  record CredentialEnded(Identity.Proof proof, long credential) implements AccountChange {}

  /**
   * What a user may do, or is called, may be something else now.
   *
   * @param userId who
   */
  record UserChanged(long userId) implements AccountChange {}

  /** What a role may do may be something else now, the guests' perhaps. */
  record RolesChanged() implements AccountChange {}

  /**
   * A guest became a user: their token proves nothing any more.
   *
   * @param author the author's id that is the user's now
   */
  record GuestClaimed(String author) implements AccountChange {}

  /**
   * A user was deleted: nobody will ever be this author again.
   *
   * @param author the author's id that was theirs
   */
  record AuthorGone(String author) implements AccountChange {}
}
