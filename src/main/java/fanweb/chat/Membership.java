package fanweb.chat;

import fanweb.channel.GroupName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One connection's place in a group: a cursor in the group's log and the few replies that are for
 * it alone. Stores nothing else: a slow reader keeps one burst in memory at most.
 *
 * <p>Only the drain task of its {@link Section} sends; everybody else leaves a mark and signals
 * that task.
 */
public final class Membership {
  /** Most replies waiting; a client that causes more without reading is flooding. */
  static final int MAX_REPLIES = 256;

  /** How long a burst may be on its way before its connection is cut. */
  static final Duration STUCK_AFTER = Duration.ofSeconds(10);

  private final ChatRoom room;
  private final Section section;
  private final Outlet outlet;
  private final SendLimit limit;
  private final ConcurrentLinkedQueue<String> replies = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waitingReplies = new AtomicInteger();

  /**
   * Nanosecond time at which the burst under way was handed to the outlet; 0 while there is none.
   */
  private volatile long sendingSince;

  private volatile long cursor;
  private volatile @Nullable Ending farewell;
  private final AtomicBoolean ended = new AtomicBoolean();

  Membership(ChatRoom room, Section section, Outlet outlet, SendLimit limit) {
    this.room = room;
    this.section = section;
    this.outlet = outlet;
    this.limit = limit;
    this.cursor = room.log().head();
  }

  /** Where it is. */
  public GroupName group() {
    return room.group();
  }

  ChatRoom room() {
    return room;
  }

  Section section() {
    return section;
  }

  SendLimit limit() {
    return limit;
  }

  /**
   * Tells this connection alone something, before what the group says next. Any thread.
   *
   * @param frame one text frame
   */
  public void reply(String frame) {
    if (waitingReplies.incrementAndGet() > MAX_REPLIES) {
      end(Ending.FLOODING);
      return;
    }
    replies.add(frame);
    section.signal();
  }

  /** Ends the connection; nothing more is sent to it. Any thread, any number of times. */
  public void end(Ending ending) {
    if (ended.compareAndSet(false, true)) {
      room.meters().ended(ending);
      outlet.end(ending);
    }
  }

  /** Notes that the connection is gone: nothing more is sent to it. Any thread. */
  void left() {
    ended.set(true);
  }

  /** Ends the connection when it has been told what waits for it alone. Any thread. */
  void endAfterReplies(Ending ending) {
    farewell = ending;
    section.signal();
  }

  /**
   * Ends the connection when the burst under way was begun at least {@link #STUCK_AFTER} ago. Any
   * thread; called by a watchdog about once a second.
   */
  public void endIfStuck() {
    long since = sendingSince;
    if (since != 0 && section.nanoTime() - since >= STUCK_AFTER.toNanos()) {
      end(Ending.STUCK);
    }
  }

  /**
   * Sends what is next, if the last burst has left and there is something. Called by the section's
   * drain task only.
   *
   * @param shared the burst sent to another member of the section just before
   * @return the burst sent, for the next member; else {@code shared}
   */
  Burst advance(Burst shared) {
    if (ended.get() || sendingSince != 0 || isServedAlone()) {
      return shared;
    }
    if (cursor == room.log().head()) {
      return shared;
    }
    Burst burst = shared.after() == cursor ? shared : room.log().readAfter(cursor).orElse(null);
    if (burst == null) {
      end(Ending.OVERTAKEN);
      return shared;
    }
    cursor = burst.last();
    send(burst.frames());
    room.meters().delivered(burst.frames().size());
    return burst;
  }

  /** Sends what waits for this connection alone, and then its farewell, if there is any. */
  private boolean isServedAlone() {
    // Read before the replies: those it follows are among them by then.
    Ending last = farewell;
    if (!replies.isEmpty()) {
      send(takeReplies());
      return true;
    }
    if (last != null) {
      end(last);
      return true;
    }
    return false;
  }

  private List<String> takeReplies() {
    List<String> taken = new ArrayList<>();
    for (String reply = replies.poll(); reply != null; reply = replies.poll()) {
      taken.add(reply);
    }
    waitingReplies.addAndGet(-taken.size());
    return taken;
  }

  private void send(List<String> frames) {
    long now = section.nanoTime();
    sendingSince = now == 0 ? 1 : now;
    outlet.send(frames, this::sent);
  }

  /** The burst has left. May run inside the call that sent it, so it only signals. */
  private void sent() {
    sendingSince = 0;
    if (cursor != room.log().head() || !replies.isEmpty() || farewell != null) {
      section.signal();
    }
  }
}
