package fanweb.chat;

import fanweb.channel.StreamPosition;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Somebody who waits for what comes next in a group without being connected to it. Made by {@link
 * ChatService#awaitNews}. Any thread.
 */
public final class Waiter {
  private final ChatRoom room;
  private final StreamPosition seen;
  private final Runnable news;
  private final Consumer<Waiter> gone;
  private final AtomicBoolean over = new AtomicBoolean();

  Waiter(ChatRoom room, StreamPosition seen, Runnable news, Consumer<Waiter> gone) {
    this.room = room;
    this.seen = seen;
    this.news = news;
    this.gone = gone;
  }

  /**
   * Waits no more.
   *
   * @return whether it was waiting; else its news were told, or it was stopped before
   */
  public boolean stop() {
    boolean first = over.compareAndSet(false, true);
    if (first) {
      gone.accept(this);
    }
    return first;
  }

  ChatRoom room() {
    return room;
  }

  boolean isOver() {
    return over.get();
  }

  /** Tells it when there is something that it has not seen. */
  void wakeIfDue() {
    StreamPosition head = room.log().position();
    // Who has read nothing has read nothing of any epoch.
    boolean same =
        head.offset() == seen.offset() && (head.epoch().equals(seen.epoch()) || head.offset() == 0);
    if (!same || room.waiting().isClosed()) {
      wake();
    }
  }

  /** Tells it, whether there is something or not. */
  void wake() {
    if (stop()) {
      news.run();
    }
  }
}
