package fanweb.manage.client;

import fanweb.channel.StreamPosition;

/** What came after a place is not all there, or that place never was. */
final class GapException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient StreamPosition after;
  private final transient Page now;

  /**
   * Made by whoever asked.
   *
   * @param after the last that was told
   * @param now what the server says instead
   */
  GapException(StreamPosition after, Page now) {
    super("after " + after);
    this.after = after;
    this.now = now;
  }

  /** The last that was told. */
  StreamPosition after() {
    return after;
  }

  /** Whether there is another stream than that it was in. */
  boolean isAnew() {
    return !now.head().epoch().equals(after.epoch());
  }

  /** The place nearest to it from which on all is there. */
  StreamPosition next() {
    long offset = isAnew() ? now.floor() : Math.max(now.floor(), Math.min(after.offset(), head()));
    return new StreamPosition(now.head().epoch(), offset);
  }

  /** The latest there is. */
  long head() {
    return now.head().offset();
  }
}
