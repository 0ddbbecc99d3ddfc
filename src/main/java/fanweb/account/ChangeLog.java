package fanweb.account;

/** Where changes are noted that all nodes must hear of. */
public interface ChangeLog {
  /** Notes a change, in the transaction of the caller that makes it. */
  void note(AccountChange change);
}
