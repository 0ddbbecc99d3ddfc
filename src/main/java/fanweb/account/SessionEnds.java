package fanweb.account;

/** Signs people out. Blocks: writes the database, in the caller's transaction if there is one. */
public interface SessionEnds {
  /** Ends all sessions of a user, and notes it. */
  void endAllOf(long userId);
}
