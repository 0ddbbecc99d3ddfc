package fanweb.chat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Those who wait for news of one group, and whether somebody asked lately. Any thread. */
final class WaitingRoom {
  private static final Logger LOG = System.getLogger(WaitingRoom.class.getName());

  private final AtomicBoolean lingering = new AtomicBoolean();
  private volatile long lastAsked;
  private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();
  private final Task task;
  private volatile boolean closed;

  /**
   * Makes one with nobody in it.
   *
   * @param executor runs what wakes them: whoever brings the news has others to tell
   */
  WaitingRoom(Executor executor) {
    this.task = new Task(executor, () -> waiting.forEach(WaitingRoom::wakeIfDue));
  }

  /** One whose request is over meanwhile does not keep the others asleep. */
  private static void wakeIfDue(Waiter waiter) {
    try {
      waiter.wakeIfDue();
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "event=waiter_gone", e);
    }
  }

  /** Notes that somebody asked; answers whether it is the first since the room was left alone. */
  boolean asked(long nanoTime) {
    lastAsked = nanoTime;
    return lingering.compareAndSet(false, true);
  }

  /** Whether nobody has asked since a time; then the next is the first again. */
  boolean isLeftAlone(long since) {
    boolean alone = lastAsked - since <= 0;
    if (alone) {
      lingering.set(false);
    }
    return alone;
  }

  void add(Waiter waiter) {
    waiting.add(waiter);
  }

  void remove(Waiter waiter) {
    waiting.remove(waiter);
  }

  /** Says that the group's stream goes on elsewhere. */
  void close() {
    closed = true;
    signal();
  }

  boolean isClosed() {
    return closed;
  }

  /** Says that there may be news. */
  void signal() {
    if (!waiting.isEmpty()) {
      task.signal();
    }
  }
}
