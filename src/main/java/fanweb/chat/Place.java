package fanweb.chat;

import java.util.concurrent.atomic.AtomicBoolean;

/** One connection's share of what there is, until it is given back. Any thread. */
public final class Place implements AutoCloseable {
  private final SendLimit limit;
  private final Runnable release;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** A place that nobody counts. */
  public Place(SendLimit limit) {
    this(limit, () -> {});
  }

  /**
   * A place that is counted.
   *
   * @param limit how often may be spoken there
   * @param release called once, when it is given back
   */
  Place(SendLimit limit, Runnable release) {
    this.limit = limit;
    this.release = release;
  }

  SendLimit limit() {
    return limit;
  }

  /** Gives it back, once. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      release.run();
    }
  }
}
