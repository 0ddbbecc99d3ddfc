package fanweb.chat;

import fanweb.channel.ChannelLayer;
import fanweb.channel.GroupName;
import fanweb.channel.Publication;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Stores what is said on this node: the one place that writes to the journal, on one thread at a
 * time. Drafts that wait share a commit; what is committed is published and its author told, and
 * nothing before.
 */
final class Committer {
  /** Most drafts that wait. */
  static final int MAX_WAITING = 20_000;

  /** Most characters that wait. */
  static final int MAX_CHARS = 64 << 20;

  /** How long an author is kept waiting before hearing that nothing is known. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Logger LOG = System.getLogger(Committer.class.getName());

  private final Journal journal;
  private final ChannelLayer<ChatEvent> layer;
  private final Node node;
  private final Task task;
  private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger chars = new AtomicInteger();

  /** What is being stored just now; replaced, never changed. */
  private volatile List<Waiting> underWay = List.of();

  /** Whether what was tried last was not stored; used by one thread at a time. */
  private boolean failing;

  Committer(Journal journal, ChannelLayer<ChatEvent> layer, Node node) {
    this.journal = journal;
    this.layer = layer;
    this.node = node;
    this.task = new Task(node.blocking(), this::commitSome);
  }

  /**
   * Takes in a draft. Any thread; does not block. Drafts are stored in the order in which they
   * came.
   *
   * @param told what became of it, once; on any thread, must be quick
   */
  void submit(Draft draft, Consumer<Outcome> told) {
    Waiting one = new Waiting(draft, told, node.nanoTime().getAsLong());
    if (waiting.get() >= MAX_WAITING || chars.get() >= MAX_CHARS) {
      one.tell(new Outcome.Refused(Refusal.OVERLOADED));
      return;
    }
    waiting.incrementAndGet();
    node.meters().commits().waits(1);
    chars.addAndGet(one.size());
    queue.add(one);
    task.signal();
  }

  /**
   * Tells those who wait too long that nothing is known. What has not reached the journal yet is
   * dropped, what has is published if it turns out to be stored. Called about once a second.
   */
  void expire() {
    long now = node.nanoTime().getAsLong();
    underWay.forEach(one -> one.expire(now));
    queue.forEach(one -> one.expire(now));
  }

  private void commitSome() {
    List<Waiting> batch = new ArrayList<>();
    while (batch.size() < Journal.MAX_BATCH) {
      Waiting next = queue.poll();
      if (next == null) {
        break;
      }
      leaveQueue(next);
      if (!next.isTold()) {
        batch.add(next);
      }
    }
    try {
      underWay = List.copyOf(batch);
      if (!batch.isEmpty()) {
        commit(batch);
      }
    } finally {
      underWay = List.of();
      if (!queue.isEmpty()) {
        task.signal();
      }
    }
  }

  private void leaveQueue(Waiting one) {
    waiting.decrementAndGet();
    node.meters().commits().waits(-1);
    chars.addAndGet(-one.size());
  }

  private void commit(List<Waiting> batch) {
    long begun = node.nanoTime().getAsLong();
    try {
      List<Outcome> outcomes = journal.append(batch.stream().map(Waiting::draft).toList());
      node.meters().commits().committed(batch.size(), node.nanoTime().getAsLong() - begun);
      for (int i = 0; i < outcomes.size(); i++) {
        settle(batch.get(i), outcomes.get(i));
      }
      failing = false;
    } catch (JournalException e) {
      if (e.isUndone() && batch.size() > 1) {
        parts(batch).forEach(this::commit);
      } else {
        refuse(batch, e.refusal(), e);
      }
    } catch (RuntimeException e) {
      refuse(batch, Refusal.UNAVAILABLE, e);
    }
  }

  /**
   * Each group alone, or, of one group, each draft alone: one that cannot be stored harms no other.
   */
  private static Iterable<List<Waiting>> parts(List<Waiting> batch) {
    Map<GroupName, List<Waiting>> groups = new LinkedHashMap<>();
    batch.forEach(
        one -> groups.computeIfAbsent(one.draft().group(), g -> new ArrayList<>()).add(one));
    return groups.size() > 1 ? groups.values() : batch.stream().map(List::of).toList();
  }

  private void settle(Waiting one, Outcome outcome) {
    if (outcome instanceof Outcome.Stored stored
        && !stored.repeated()
        && one.draft().isMeantFor(stored.position())) {
      layer.groupSend(
          one.draft().group(), new Publication<>(stored.position(), one.draft().event()));
    }
    one.tell(outcome);
  }

  private void refuse(List<Waiting> batch, Refusal refusal, RuntimeException cause) {
    // A database that is down is worth one line, not one for each of those who try again.
    LOG.log(
        failing ? Level.DEBUG : Level.WARNING,
        "event=not_stored drafts=" + batch.size() + " group=" + batch.get(0).draft().group(),
        cause);
    failing = true;
    batch.forEach(one -> one.tell(new Outcome.Refused(refusal)));
  }

  /** A draft and who wants to know. */
  private record Waiting(Draft draft, Consumer<Outcome> listener, long since, AtomicBoolean told) {
    Waiting(Draft draft, Consumer<Outcome> listener, long since) {
      this(draft, listener, since, new AtomicBoolean());
    }

    int size() {
      return Texts.length(draft.event());
    }

    boolean isTold() {
      return told.get();
    }

    void tell(Outcome outcome) {
      if (told.compareAndSet(false, true)) {
        listener.accept(outcome);
      }
    }

    void expire(long now) {
      if (now - since > PATIENCE.toNanos()) {
        tell(new Outcome.Refused(Refusal.UNAVAILABLE));
      }
    }
  }
}
