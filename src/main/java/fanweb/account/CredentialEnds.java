package fanweb.account;

/** Shuts somebody out. Blocks: writes the database, in the caller's transaction if there is one. */
public interface CredentialEnds {
  /** Ends all sessions and tokens of a user, and notes it. */
  void endAllOf(long userId);
}
