package fanweb.manage.client;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A thread of its own, which keeps no process alive. */
final class Loop implements Timers {
  private final ScheduledThreadPoolExecutor thread;
  private final Consumer<Throwable> failed;

  /**
   * Starts one.
   *
   * @param failed hears of what went wrong on it; it goes on
   */
  Loop(Consumer<Throwable> failed) {
    this.failed = failed;
    this.thread = new ScheduledThreadPoolExecutor(1, daemons("conversation"));
    thread.setRemoveOnCancelPolicy(true);
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    // A line may still have something to say to one that is closed.
    thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  /** Makes threads that keep no process alive, called by a name and a number. */
  static ThreadFactory daemons(String name) {
    ThreadFactory usual = Executors.defaultThreadFactory();
    return task -> {
      Thread thread = usual.newThread(task);
      thread.setDaemon(true);
      thread.setName(name + "-" + thread.getId());
      return thread;
    };
  }

  @Override
  public Duration now() {
    return Duration.ofNanos(System.nanoTime());
  }

  @Override
  public void execute(Runnable what) {
    after(Duration.ZERO, what);
  }

  @Override
  public Timer after(Duration wait, Runnable what) {
    ScheduledFuture<?> due = thread.schedule(() -> run(what), wait.toNanos(), TimeUnit.NANOSECONDS);
    return () -> due.cancel(false);
  }

  @Override
  public void close() {
    thread.shutdown();
  }

  private void run(Runnable what) {
    try {
      what.run();
    } catch (RuntimeException | Error e) {
      // Whoever waits for something of this thread would wait for ever.
      failed.accept(e);
    }
  }
}
