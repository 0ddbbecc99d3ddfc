package fanweb.chat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends everybody on this node away, so that it can stop: they are told to come back, one after the
 * other over a while, because they all come to the other nodes. From its beginning on nobody is to
 * be let in; whatever else is asked is answered. Any thread; nothing here blocks.
 */
public final class Drain {
  /** How long it waits for those who were told to be gone. */
  static final Duration GRACE = Duration.ofSeconds(2);

  private static final Logger LOG = System.getLogger(Drain.class.getName());
  private static final Duration LOOK = Duration.ofMillis(50);

  private final ChatConsumer consumer;
  private final Node node;
  private final Duration window;

  /** What is complete when all are gone; null while people may come. */
  private volatile @Nullable CompletableFuture<Void> underWay;

  /**
   * Makes one that has not begun.
   *
   * @param window over which the endings are spread; zero: all at once
   */
  public Drain(ChatConsumer consumer, Node node, Duration window) {
    this.consumer = consumer;
    this.node = node;
    this.window = window;
  }

  /** Whether it has begun: nobody new is to be let in. */
  public boolean isUnderWay() {
    return underWay != null;
  }

  /** The longest it takes until what {@link #begin} returns is complete. */
  public Duration longest() {
    return window.plus(GRACE);
  }

  /**
   * Begins, unless it has begun already.
   *
   * @return complete when everybody is gone, or was told and did not go
   */
  public synchronized CompletableFuture<Void> begin() {
    CompletableFuture<Void> known = underWay;
    if (known != null) {
      return known;
    }
    CompletableFuture<Void> over = new CompletableFuture<>();
    underWay = over;
    List<Visitor> present = consumer.present();
    LOG.log(Level.INFO, "event=draining connections={0} over={1}", present.size(), window);
    for (int i = 0; i < present.size(); i++) {
      Visitor visitor = present.get(i);
      node.later(window.multipliedBy(i).dividedBy(present.size()), () -> sendAway(visitor, over));
    }
    look(over, node.nanoTime().getAsLong());
    return over;
  }

  /** Lets people come again: the node goes on after all. Who was told is gone. */
  public synchronized void cancel() {
    underWay = null;
  }

  private void sendAway(Visitor visitor, CompletableFuture<Void> over) {
    if (underWay == over) {
      visitor.end(Ending.GOING_AWAY);
    }
  }

  /** Sends away as well who was on their way in when it began. */
  private void look(CompletableFuture<Void> over, long begun) {
    Duration gone = Duration.ofNanos(node.nanoTime().getAsLong() - begun);
    List<Visitor> present = consumer.present();
    if (present.isEmpty() || gone.compareTo(longest()) > 0) {
      over.complete(null);
    } else {
      if (gone.compareTo(window) > 0) {
        present.forEach(visitor -> sendAway(visitor, over));
      }
      node.later(LOOK, () -> look(over, begun));
    }
  }
}
