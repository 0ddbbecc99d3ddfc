package fanweb.account;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/**
 * Time and chance.
 *
 * @param clock the time of day
 * @param random where nobody can guess what comes next
 */
public record Outside(InstantSource clock, RandomGenerator random) {
  /** The time of day as precisely as it is stored. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  Secret draw(Secret.Kind kind) {
    return Secret.draw(kind, random);
  }
}
