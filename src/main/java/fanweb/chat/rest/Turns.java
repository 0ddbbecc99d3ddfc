package fanweb.chat.rest;

import fanweb.chat.Refusal;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets only some requests wait for the database at the same time, fewer than the server has
 * threads: while it hangs most are refused at once, and pages and health go on. Any thread.
 */
@Singleton
final class Turns {
  private static final int AT_ONCE = 16;
  private static final int SEARCHES_AT_ONCE = 4;
  private static final long PATIENCE_MILLIS = 500;

  private final Semaphore free = new Semaphore(AT_ONCE);
  private final Semaphore freeToSearch = new Semaphore(SEARCHES_AT_ONCE);

  /**
   * Does something that may wait for the database. Not within another turn.
   *
   * @throws fanweb.platform.RefusedException when too many wait already
   */
  <T> T take(Supplier<T> work) {
    return within(free, work);
  }

  /**
   * Does something that takes a turn and may read a whole group in it: of all turns these have only
   * a few, so that others come to theirs.
   *
   * @throws fanweb.platform.RefusedException when too many search already
   */
  <T> T search(Supplier<T> work) {
    return within(freeToSearch, work);
  }

  private static <T> T within(Semaphore free, Supplier<T> work) {
    if (!isFree(free)) {
      throw Problems.of(Refusal.OVERLOADED);
    }
    try {
      return work.get();
    } finally {
      free.release();
    }
  }

  private static boolean isFree(Semaphore free) {
    try {
      return free.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
