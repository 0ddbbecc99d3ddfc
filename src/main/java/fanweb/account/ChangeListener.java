package fanweb.account;

/**
 * Whoever must know of changes. Every CDI bean of this type is told of every change on any node
 * within about a second, by one thread after the other; some twice. Must return soon.
 */
public interface ChangeListener {
  /** Takes note of a change. */
  void changed(AccountChange change);
}
