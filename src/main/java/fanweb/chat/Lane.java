package fanweb.chat;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/** Runs tasks on another executor, a few at a time; the others wait without a thread. */
final class Lane implements Executor {
  private final Executor executor;
  private final Semaphore free;
  private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  /**
   * Makes one.
   *
   * @param atOnce tasks that may run at the same time
   */
  Lane(Executor executor, int atOnce) {
    this.executor = executor;
    this.free = new Semaphore(atOnce);
  }

  @Override
  public void execute(Runnable task) {
    waiting.add(task);
    startNext();
  }

  private void startNext() {
    if (!waiting.isEmpty() && free.tryAcquire()) {
      try {
        executor.execute(this::run);
      } catch (RejectedExecutionException e) {
        free.release();
        throw e;
      }
    }
  }

  private void run() {
    try {
      Runnable next = waiting.poll();
      if (next != null) {
        next.run();
      }
    } finally {
      free.release();
      startNext();
    }
  }
}
