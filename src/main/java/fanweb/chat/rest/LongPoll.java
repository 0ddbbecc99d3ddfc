package fanweb.chat.rest;

import fanweb.account.Identity;
import fanweb.chat.ChatConsumer;
import fanweb.chat.Ending;
import fanweb.chat.Place;
import fanweb.chat.Visitor;
import fanweb.chat.Waiter;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits for news without a thread. When there are some, or its time is over, it goes
 * on its way as if it had just come. Any thread.
 */
final class LongPoll implements Visitor {
  private final ChatConsumer consumer;
  private final HttpServletRequest request;
  private final Identity who;
  private final Place place;
  private @Nullable Waiter waiter;
  private @Nullable AsyncContext context;
  private boolean woken;

  /**
   * Makes one that does not wait yet.
   *
   * @param consumer tells it when they are no longer who they were
   * @param request of somebody
   * @param who asks
   * @param place what it takes up until it ends
   */
  LongPoll(ChatConsumer consumer, HttpServletRequest request, Identity who, Place place) {
    this.consumer = consumer;
    this.request = request;
    this.who = who;
    this.place = place;
  }

  @Override
  public Identity who() {
    return who;
  }

  /** Goes on, as whoever they are now. */
  @Override
  public void end(Ending ending) {
    if (end()) {
      Callers.outdate(request);
      wake();
    }
  }

  /**
   * Knows who waits.
   *
   * @param known stopped when nobody wants the answer any more
   */
  void await(Waiter known) {
    waiter = known;
    consumer.watch(this);
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
    consumer.forget(this);
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
