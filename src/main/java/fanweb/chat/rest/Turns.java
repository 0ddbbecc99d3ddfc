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
  private static final long PATIENCE_MILLIS = 500;

  private final Semaphore free = new Semaphore(AT_ONCE);

  /**
   * Does something that may wait for the database. Not within another turn.
   *
   * @throws fanweb.platform.RefusedException when too many wait already
   */
  <T> T take(Supplier<T> work) {
    if (!isFree()) {
      throw Problems.of(Refusal.OVERLOADED);
    }
    try {
      return work.get();
    } finally {
      free.release();
    }
  }

  private boolean isFree() {
    try {
      return free.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
