package fanweb.system.faults;

import java.time.Duration;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** How long things took, as messages from their making to their hearing. Any thread. */
final class Latencies {
  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

  /** Takes in a message that {@link Crowd#newText} made and somebody has just heard. */
  void add(String text) {
    nanos.add(System.nanoTime() - Long.parseLong(text.split(" ", 3)[1]));
  }

  void add(Duration time) {
    nanos.add(time.toNanos());
  }

  /** What came since the last time, in words. */
  String takeSummary() {
    long[] all = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    nanos.clear();
    return String.format(
        Locale.ROOT,
        "p50 %d ms, p99 %d ms, most %d ms of %d",
        millis(all, 50),
        millis(all, 99),
        millis(all, 100),
        all.length);
  }

  private static long millis(long[] sorted, int percent) {
    int place = Math.min(sorted.length - 1, sorted.length * percent / 100);
    return sorted.length == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(sorted[place]);
  }
}
