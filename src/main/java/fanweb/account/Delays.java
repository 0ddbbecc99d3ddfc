package fanweb.account;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Slows down whoever tries the same again and again: some tries are free, then each has to wait
 * longer than the one before, up to a minute. A try counts when it begins, so that many at once are
 * no way around it. Any thread.
 *
 * <p>Remembers each for an hour after its last try, but only the latest (see {@link Latest}): of
 * those who have free tries left, and of those who are slowed. The two are apart so that a flood of
 * single tries makes none of the slowed forgotten; that takes as many free tries as they had, each.
 *
 * <p>A token bucket would not do: it fills at one pace, and a guess a minute for ever is too many
 * where a few in a minute are what people need.
 */
final class Delays {
  private static final long FORGOTTEN = Duration.ofHours(1).toNanos();
  private static final int LONGEST_SECONDS = 60;
  private static final int DOUBLINGS = 6;

  private final int free;
  private final LongSupplier nanos;
  private final Latest<Tries> few = new Latest<>();
  private final Latest<Tries> many = new Latest<>();

  /**
   * Makes one.
   *
   * @param free how many tries need not wait
   * @param nanos a clock that only goes on
   */
  Delays(int free, LongSupplier nanos) {
    this.free = free;
    this.nanos = nanos;
  }

  /** How many seconds a try has to wait; 0 when it may begin. */
  synchronized int wait(String who) {
    Tries before = of(who);
    long left = before.notBefore - nanos.getAsLong();
    return before.count < free || left <= 0 ? 0 : (int) Math.min(LONGEST_SECONDS, seconds(left));
  }

  /** Counts a try that begins. */
  synchronized void count(String who) {
    long now = nanos.getAsLong();
    int count = of(who).count + 1;
    int over = Math.max(0, Math.min(DOUBLINGS, count - free));
    int seconds = count < free ? 0 : Math.min(LONGEST_SECONDS, 1 << over);
    keep(who, new Tries(count, now, now + Duration.ofSeconds(seconds).toNanos()));
  }

  /** Remembers the tries of somebody as if the last were now; there are no more of them. */
  synchronized void touch(String who) {
    Tries before = of(who);
    if (before.count > 0) {
      keep(who, new Tries(before.count, nanos.getAsLong(), before.notBefore));
    }
  }

  /** Whether the next try is one of those that need not wait for one before. */
  synchronized boolean isFree(String who) {
    return of(who).count < free;
  }

  /** Forgets all tries of somebody. */
  synchronized void forget(String who) {
    few.remove(who);
    many.remove(who);
  }

  /** Takes back one try that turned out to be none. */
  synchronized void takeBack(String who) {
    Tries before = of(who);
    if (before.count > 0) {
      keep(who, new Tries(before.count - 1, before.last, before.last));
    }
  }

  private void keep(String who, Tries tries) {
    forget(who);
    (tries.count < free ? few : many).put(who, tries);
  }

  private Tries of(String who) {
    long now = nanos.getAsLong();
    Tries tries = many.containsKey(who) ? many.get(who) : few.get(who);
    return tries == null || now - tries.last > FORGOTTEN ? new Tries(0, now, now) : tries;
  }

  private static long seconds(long nanos) {
    return 1 + (nanos - 1) / Duration.ofSeconds(1).toNanos();
  }

  /**
   * How often somebody tried.
   *
   * @param count of tries
   * @param last when the last began
   * @param notBefore when the next may begin
   */
  private record Tries(int count, long last, long notBefore) {}
}
