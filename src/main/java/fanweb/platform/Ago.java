package fanweb.platform;

import java.time.Duration;

/**
 * How long ago something was, coarse enough to read at a glance and the same in every time zone.
 *
 * @param unit {@code now}, {@code minutes}, {@code hours} or {@code days}: the end of a text's key
 *     after {@code time.}
 * @param count how many of them, rounded down; 0 for {@code now}
 */
public record Ago(String unit, long count) {
  /** The age in words; the future, which only a wrong clock shows, is {@code now}. */
  public static Ago of(Duration age) {
    if (age.toMinutes() < 1) {
      return new Ago("now", 0);
    }
    if (age.toHours() < 1) {
      return new Ago("minutes", age.toMinutes());
    }
    return age.toDays() < 1 ? new Ago("hours", age.toHours()) : new Ago("days", age.toDays());
  }
}
