package fanweb.chat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What all parts of the chat on this node share.
 *
 * @param drains runs the drain tasks, which are short and never block
 * @param blocking runs what waits for the database or for a time, on other threads, so that a
 *     database that hangs holds up nobody who reads
 * @param nanoTime a clock as {@link System#nanoTime}
 * @param clock the time of day
 * @param epochs gives a name that was never given before at each call
 * @param meters what is counted
 */
public record Node(
    Executor drains,
    ScheduledExecutorService blocking,
    LongSupplier nanoTime,
    InstantSource clock,
    Supplier<String> epochs,
    ChatMeters meters) {

  /** Does something after a while, on a thread that may block; must not throw. */
  void later(Duration delay, Runnable work) {
    ScheduledFuture<?> unused = blocking.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
  }
}
