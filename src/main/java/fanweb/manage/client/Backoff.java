package fanweb.manage.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try, so that a crowd does not come back in step.
 *
 * @param random need not be hard to guess
 */
record Backoff(RandomGenerator random) {
  private static final Duration BASE = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int MAX_DOUBLINGS = 6;

  /**
   * For a broken line: anything up to the bound, which doubles with each try (full jitter).
   *
   * @param attempt 0 for the first in a row
   */
  Duration afterLoss(int attempt) {
    return part(bound(BASE, attempt), random.nextDouble());
  }

  /** For what was refused for now: half the bound at least. */
  Duration afterRefusal(int attempt) {
    return part(bound(BASE, attempt), (1 + random.nextDouble()) / 2);
  }

  /**
   * For what came too fast: a second at least, for the server forgives one such refusal a second
   * and ends who has too many.
   */
  Duration afterHaste(int attempt) {
    return part(bound(BASE.multipliedBy(4), attempt), (1 + random.nextDouble()) / 2);
  }

  private static Duration bound(Duration first, int attempt) {
    Duration bound = first.multipliedBy(1L << Math.min(attempt, MAX_DOUBLINGS));
    return bound.compareTo(LONGEST) < 0 ? bound : LONGEST;
  }

  private static Duration part(Duration bound, double share) {
    return Duration.ofNanos((long) (bound.toNanos() * share));
  }
}
