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
  private @Nullable Waiter waiter;
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
   * Knows who waits.
   *
   * @param known stopped when nobody wants the answer any more
   */
  void await(Waiter known) {
    waiter = known;
  }

  /** Leaves the thread that brought it. */
  void begin(AsyncContext begun, int seconds) {
    begun.setTimeout(seconds * 1_000L);
    begun.addListener(
        new EndOfRequest(
            () -> {
              if (end()) {
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

  /** Takes up nothing any more, and answers whether it was still waiting. */
  boolean end() {
    place.close();
    return waiter != null && waiter.stop();
  }

  /** Goes on; called once. */
  synchronized void wake() {
    woken = true;
    if (context != null) {
      context.dispatch();
    }
  }
}
