package fanweb.chat.rest;

import fanweb.chat.Place;
import fanweb.chat.Waiter;
import jakarta.servlet.AsyncContext;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits for news without a thread. When there are some, or its time is over, it goes
 * on its way as if it had just come. Any thread.
 */
final class LongPoll {
  private final Place place;
  private @Nullable AsyncContext context;
  private boolean woken;

  /**
   * Makes one that does not wait yet.
   *
   * @param place what it takes up until it ends
   */
  LongPoll(Place place) {
    this.place = place;
  }

  /**
   * Leaves the thread that brought it.
   *
   * @param waiter stopped when nobody wants the answer any more
   */
  void begin(AsyncContext begun, Waiter waiter, int seconds) {
    begun.setTimeout(seconds * 1_000L);
    begun.addListener(
        new EndOfRequest(
            () -> {
              end();
              if (waiter.stop()) {
                wake();
              }
            }));
    synchronized (this) {
      context = begun;
      if (woken) {
        begun.dispatch();
      }
    }
  }

  /** Takes up nothing any more. */
  void end() {
    place.close();
  }

  /** Goes on; called once. */
  synchronized void wake() {
    woken = true;
    if (context != null) {
      context.dispatch();
    }
  }
}
