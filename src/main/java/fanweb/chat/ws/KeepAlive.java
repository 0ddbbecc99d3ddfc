package fanweb.chat.ws;

import java.time.Duration;

/**
 * Whether a client is still there: it is sent a ping (RFC 6455, section 5.5.2) every {@link
 * #EVERY}, and whatever it sends within {@link #PATIENCE} of it shows that it is. Any thread may
 * say that it was heard; one at a time asks.
 */
final class KeepAlive {
  /** Between two pings: less than what proxies cut an idle line after. */
  static final Duration EVERY = Duration.ofSeconds(25);

  /** How long the answer may take. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private volatile long heard;
  private long pinged;
  private boolean waiting;

  KeepAlive(long nanoTime) {
    heard = nanoTime;
    pinged = nanoTime;
  }

  /** The client sent something. */
  void heard(long nanoTime) {
    heard = nanoTime;
  }

  /** What is to be done now. */
  Step next(long nanoTime) {
    if (nanoTime - pinged >= EVERY.toNanos()) {
      // Also to one that was given up and kept: its line must not look idle on the way.
      pinged = nanoTime;
      waiting = true;
      return Step.PING;
    }
    waiting &= heard - pinged < 0;
    return waiting && nanoTime - pinged >= PATIENCE.toNanos() ? Step.GIVE_UP : Step.NOTHING;
  }

  /** What is to be done. */
  enum Step {
    NOTHING,
    PING,
    GIVE_UP
  }
}
