package fanweb.platform.wiring;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Calls what is due again and again, until it is stopped; what fails is logged and called again the
 * next time. Any thread.
 */
final class Ticker {
  private final ScheduledExecutorService threads;
  private final Logger log;
  private final List<ScheduledFuture<?>> running = new CopyOnWriteArrayList<>();

  /**
   * Makes one that calls nothing yet.
   *
   * @param threads call it; may be blocked by it
   * @param log hears {@code event=…_failed}
   */
  Ticker(ScheduledExecutorService threads, Logger log) {
    this.threads = threads;
    this.log = log;
  }

  /**
   * Calls something for the first time after a delay, and then each time so long after it returned.
   *
   * @param what it is called in the log
   */
  void every(Duration delay, String what, Runnable work) {
    long millis = delay.toMillis();
    running.add(
        threads.scheduleWithFixedDelay(
            () -> attempt(what, work), millis, millis, TimeUnit.MILLISECONDS));
  }

  /** Calls something once, here and now. */
  void attempt(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      // What throws is not called again by the scheduler.
      log.log(Level.WARNING, "event=" + what + "_failed", e);
    }
  }

  /** Calls nothing any more, but for what is under way. */
  void stop() {
    running.forEach(task -> task.cancel(false));
  }
}
