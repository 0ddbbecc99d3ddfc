package fanweb.account;

import java.util.function.Supplier;

/** Lets several things be written all or none. Any thread. */
public interface Transactions {
  /**
   * Does work in the transaction of the caller, or in a new one that is committed when it is over.
   * What the work throws undoes everything that was written in it.
   */
  <T> T within(Supplier<T> work);
}
