package fanweb.system.faults;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Time since a moment, to the millisecond. */
record Stopwatch(long nanoTime) {
  /** Begins now. */
  static Stopwatch start() {
    return new Stopwatch(System.nanoTime());
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - nanoTime).truncatedTo(ChronoUnit.MILLIS);
  }

  boolean hasReached(Duration time) {
    return elapsed().compareTo(time) >= 0;
  }
}
