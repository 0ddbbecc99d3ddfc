package fanweb.chat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work that is done by one thread at a time whenever somebody signals that there is some: signals
 * that come while it runs make it run once more, at the end of the executor's queue.
 */
final class Task {
  private static final Logger LOG = System.getLogger(Task.class.getName());

  private final Executor executor;
  private final Runnable work;
  private final AtomicInteger signals = new AtomicInteger();

  /**
   * Makes one.
   *
   * @param work all that there is to do, or a part after which it signals again
   */
  Task(Executor executor, Runnable work) {
    this.executor = executor;
    this.work = work;
  }

  /** Any thread; costs next to nothing while the work is under way. */
  void signal() {
    if (signals.getAndIncrement() == 0) {
      submit();
    }
  }

  private void submit() {
    try {
      executor.execute(this::run);
    } catch (RejectedExecutionException e) {
      // The server is stopping, or its executor is full: the next signal tries again.
      signals.set(0);
      LOG.log(Level.DEBUG, "event=task_rejected", e);
    }
  }

  private void run() {
    int seen = signals.get();
    try {
      work.run();
    } finally {
      if (signals.addAndGet(-seen) != 0) {
        submit();
      }
    }
  }
}
