package fanweb.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of a connection. Three sources: replies for it alone, the streams of its groups
 * from its cursors, groups in turn, and what passes in them. Stores nothing else: a slow reader
 * keeps one burst in memory at most.
 *
 * <p>Only drain tasks send, a section's or the connection's own, and only one at a time; everybody
 * else leaves a mark and signals one.
 */
final class Writer {
  /** Most replies waiting; a client that causes more without reading is flooding. */
  static final int MAX_REPLIES = 512;

  /** How long a burst may be on its way before its connection is cut. */
  static final Duration STUCK_AFTER = Duration.ofSeconds(10);

  private final Outlet outlet;
  private final Dialect dialect;
  private final Memberships memberships;
  private final Node node;
  private final Task task;
  private final ConcurrentLinkedQueue<String> replies = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waitingReplies = new AtomicInteger();

  /** Nanosecond time at which the burst under way was begun; 0 while there is none. */
  private final AtomicLong sendingSince = new AtomicLong();

  private volatile @Nullable Ending farewell;
  private final AtomicBoolean ended = new AtomicBoolean();

  Writer(Outlet outlet, Dialect dialect, Memberships memberships, Node node) {
    this.outlet = outlet;
    this.dialect = dialect;
    this.memberships = memberships;
    this.node = node;
    this.task = new Task(node.drains(), this::serveReplies);
  }

  Dialect dialect() {
    return dialect;
  }

  boolean isEnded() {
    return ended.get();
  }

  /** Whether it is ended, or will be as soon as it has been told what waits for it alone. */
  boolean isLeaving() {
    return farewell != null || isEnded();
  }

  /** Tells this connection alone something. Any thread. */
  void reply(String text) {
    if (waitingReplies.incrementAndGet() > MAX_REPLIES) {
      end(Ending.FLOODING);
      return;
    }
    replies.add(text);
    task.signal();
  }

  /** Ends the connection; nothing more is sent to it. Any thread, any number of times. */
  void end(Ending ending) {
    if (ended.compareAndSet(false, true)) {
      node.meters().ended(ending);
      outlet.end(ending);
    }
  }

  /** Counts that its next event had left memory. */
  void overrun() {
    node.meters().overrun();
  }

  /** Ends the connection when it has been told what waits for it alone. Any thread. */
  void endAfterReplies(Ending ending) {
    farewell = ending;
    task.signal();
  }

  /** Notes that the connection is gone: nothing more is sent to it. Any thread. */
  void gone() {
    ended.set(true);
  }

  /** Ends the connection when the burst under way was begun too long ago. Any thread. */
  void endIfStuck() {
    long since = sendingSince.get();
    if (since != 0 && node.nanoTime().getAsLong() - since >= STUCK_AFTER.toNanos()) {
      end(Ending.STUCK);
    }
  }

  /**
   * Sends what is next for a member, and the replies before it, if the last burst has left. Called
   * by the drain task of the member's section.
   *
   * @param shared the burst sent to another member of the section just before
   * @return the burst sent, for the next member; else {@code shared}
   */
  Burst serve(Membership member, Burst shared) {
    if (isLeaving() || (!member.isPending() && replies.isEmpty()) || !begin()) {
      return shared;
    }
    memberships.served(member);
    // Read before the burst is made: a welcome stands before the first event.
    List<String> alone = takeReplies();
    Burst burst = member.next(shared);
    send(together(alone, burst.frames(), member.ephemerals()));
    node.meters().delivered(burst.last() - burst.after());
    return burst.equals(Burst.NONE) ? shared : burst;
  }

  private void serveReplies() {
    if (begin()) {
      // Read before the replies: those it follows are among them by then.
      Ending last = farewell;
      List<String> alone = takeReplies();
      if (alone.isEmpty() && last != null) {
        end(last);
      } else {
        send(alone);
      }
    }
  }

  private boolean begin() {
    long now = node.nanoTime().getAsLong();
    return !ended.get() && sendingSince.compareAndSet(0, now == 0 ? 1 : now);
  }

  private void send(List<String> frames) {
    if (frames.isEmpty()) {
      sent();
    } else {
      outlet.send(frames, this::sent);
    }
  }

  /** The burst has left. May run inside the call that sent it, so it only signals. */
  private void sent() {
    sendingSince.set(0);
    if (!replies.isEmpty() || (farewell != null && !ended.get())) {
      task.signal();
    }
    memberships.signalNext();
  }

  private List<String> takeReplies() {
    if (replies.isEmpty()) {
      return List.of();
    }
    List<String> taken = new ArrayList<>();
    for (String reply = replies.poll(); reply != null; reply = replies.poll()) {
      taken.add(reply);
    }
    waitingReplies.addAndGet(-taken.size());
    return BurstWriter.frames(dialect, taken);
  }

  private static List<String> together(List<String> one, List<String> two, List<String> three) {
    if (one.isEmpty() && three.isEmpty()) {
      return two;
    }
    List<String> all = new ArrayList<>(one.size() + two.size() + three.size());
    all.addAll(one);
    all.addAll(two);
    all.addAll(three);
    return all;
  }
}
