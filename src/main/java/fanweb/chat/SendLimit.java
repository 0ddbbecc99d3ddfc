package fanweb.chat;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often one connection may speak: a token bucket (see Turner, "New directions in
 * communications", 1986). Whoever goes over it is refused, at most {@value #MAX_REFUSALS} times in
 * a row and once more each second; then it is flooding.
 *
 * <p>Any thread.
 */
public final class SendLimit {
  /** Refusals before a connection counts as flooding. */
  static final int MAX_REFUSALS = 10;

  private final @Nullable Bucket messages;
  private final @Nullable Bucket refusals;
  private final @Nullable Bucket shared;

  private SendLimit(@Nullable Bucket messages, @Nullable Bucket refusals, @Nullable Bucket shared) {
    this.messages = messages;
    this.refusals = refusals;
    this.shared = shared;
  }

  /**
   * A fresh limit for one connection.
   *
   * @param perSecond messages a second in the long run; 0: no limit
   * @param burst messages at once after a pause, at least 1
   */
  public static SendLimit of(int perSecond, int burst) {
    return perSecond == 0
        ? new SendLimit(null, null, null)
        : new SendLimit(bucket(burst, perSecond), bucket(MAX_REFUSALS, 1), null);
  }

  /**
   * This limit, within that of several connections together. Who is refused because of the others
   * does not flood.
   */
  SendLimit within(SendLimit ofAll) {
    return new SendLimit(messages, refusals, ofAll.messages);
  }

  private static Bucket bucket(int capacity, int perSecond) {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(capacity)
                .refillGreedy(perSecond, Duration.ofSeconds(1))
                .build())
        .build();
  }

  /** Counts one more message and says what becomes of it. */
  Verdict next() {
    if (messages == null || refusals == null || messages.tryConsume(1)) {
      return shared == null || shared.tryConsume(1) ? Verdict.ALLOWED : Verdict.TOO_FAST;
    }
    return refusals.tryConsume(1) ? Verdict.TOO_FAST : Verdict.FLOODING;
  }

  /** What becomes of a message. */
  enum Verdict {
    ALLOWED,
    TOO_FAST,
    FLOODING
  }
}
