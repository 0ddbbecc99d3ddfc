package fanweb.chat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Up to 500 members of a room, served by one drain task. The task runs on the executor while there
 * is something to send, sends each member at most one burst, and goes back to the end of the
 * executor's queue: a busy group does not hold up a quiet one, and no lock is held across a send.
 */
final class Section {
  /** Most members; a larger room has several sections, which run side by side. */
  static final int MAX_MEMBERS = 500;

  private static final Logger LOG = System.getLogger(Section.class.getName());
  private static final Membership[] NOBODY = {};
  private static final Burst NOTHING = new Burst(-1, List.of());

  private final Executor executor;
  private final LongSupplier nanoTime;
  private final AtomicInteger signals = new AtomicInteger();

  /** Replaced, never changed, so that the drain task walks it without a lock. */
  private volatile Membership[] members = NOBODY;

  Section(Executor executor, LongSupplier nanoTime) {
    this.executor = executor;
    this.nanoTime = nanoTime;
  }

  int size() {
    return members.length;
  }

  long nanoTime() {
    return nanoTime.getAsLong();
  }

  /** Adds a member. One thread at a time changes a section. */
  void add(Membership member) {
    Membership[] more = Arrays.copyOf(members, members.length + 1);
    more[members.length] = member;
    members = more;
  }

  /** Removes a member, if it is here. One thread at a time changes a section. */
  void remove(Membership member) {
    members = Arrays.stream(members).filter(m -> m != member).toArray(Membership[]::new);
  }

  /**
   * Says that there may be something to send. Any thread; costs next to nothing while the task is
   * under way.
   */
  void signal() {
    if (signals.getAndIncrement() == 0) {
      submit();
    }
  }

  private void submit() {
    try {
      executor.execute(this::drain);
    } catch (RejectedExecutionException e) {
      // The server is stopping, or its executor is full: the next signal tries again.
      signals.set(0);
      LOG.log(Level.DEBUG, "event=drain_rejected", e);
    }
  }

  private void drain() {
    int seen = signals.get();
    try {
      Burst burst = NOTHING;
      for (Membership member : members) {
        burst = advance(member, burst);
      }
    } finally {
      if (signals.addAndGet(-seen) != 0) {
        submit();
      }
    }
  }

  /** One member's failure is its own. */
  private static Burst advance(Membership member, Burst shared) {
    try {
      return member.advance(shared);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "event=send_failed group=" + member.room().group(), e);
      member.end(Ending.BROKEN);
      return shared;
    }
  }
}
