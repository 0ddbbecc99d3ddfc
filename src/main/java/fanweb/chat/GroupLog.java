package fanweb.chat;

import fanweb.channel.StreamPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The recent events of one active group, kept once for all its readers, with the offsets of the
 * group's stream and without a gap. Bounded in number and in size; what falls out at the end is to
 * be read from the journal.
 *
 * <p>Any thread may call any method; no lock is held longer than it takes to copy references.
 */
final class GroupLog {
  /** Most events kept. */
  static final int MAX_ENTRIES = 4096;

  /** Most characters kept, whatever their number; one event is always kept. */
  static final int MAX_CHARS = 2 << 20;

  /** Most events that may wait for one before them. */
  static final int MAX_EARLY = 256;

  private final String epoch;
  private final Consumer<LogEntry> taken;
  private final TreeMap<Long, ChatEvent> early = new TreeMap<>();
  private @Nullable LogEntry[] ring = new @Nullable LogEntry[64];
  private long oldest;
  private volatile long head;
  private long chars;

  /**
   * Begins after a position.
   *
   * @param taken hears of each event in order, at once; must be quick
   */
  GroupLog(StreamPosition start, Consumer<LogEntry> taken) {
    this.epoch = start.epoch();
    this.head = start.offset();
    this.oldest = start.offset() + 1;
    this.taken = taken;
  }

  /** The offset of the newest event. */
  long head() {
    return head;
  }

  StreamPosition position() {
    return new StreamPosition(epoch, head);
  }

  /** The offset from which on all is here. */
  synchronized long start() {
    return oldest - 1;
  }

  /** Whether all that follows an offset is here. */
  synchronized boolean reaches(long offset) {
    return offset + 1 >= oldest && offset <= head;
  }

  /**
   * Takes in an event wherever it belongs: the next is appended, with those that waited for it; one
   * that is known already is ignored; one that came too early waits.
   */
  synchronized Taken take(long offset, ChatEvent event) {
    if (offset <= head) {
      return Taken.KNOWN;
    }
    if (offset > head + 1) {
      if (early.size() < MAX_EARLY) {
        early.put(offset, event);
      }
      return Taken.EARLY;
    }
    append(event);
    while (!early.isEmpty() && early.firstKey() <= head + 1) {
      var next = early.pollFirstEntry();
      if (next.getKey() == head + 1) {
        append(next.getValue());
      }
    }
    return early.isEmpty() ? Taken.NEW : Taken.EARLY;
  }

  /** Whether an event waits for one before it. */
  synchronized boolean hasGap() {
    return !early.isEmpty();
  }

  /**
   * Reads on.
   *
   * @param offset the one read last, at most the head
   * @return what follows, at most so many; nothing when the next one has fallen out
   */
  synchronized Optional<List<LogEntry>> after(long offset, int limit) {
    if (offset + 1 < oldest) {
      return Optional.empty();
    }
    long last = Math.min(head, offset + limit);
    List<LogEntry> entries = new ArrayList<>((int) Math.max(0, last - offset));
    int size = 0;
    for (long next = offset + 1; next <= last && size <= Burst.MAX_CHARS; next++) {
      entries.add(at(next));
      size += at(next).size();
    }
    return Optional.of(entries);
  }

  /** The entry at an offset, if it is still here. */
  synchronized Optional<LogEntry> find(long offset) {
    return offset >= oldest && offset <= head ? Optional.of(at(offset)) : Optional.empty();
  }

  /** Forgets everything up to an offset, which is no longer kept anywhere. */
  synchronized void forget(long offset) {
    while (oldest <= Math.min(offset, head)) {
      dropOldest();
    }
  }

  private void append(ChatEvent event) {
    long next = head + 1;
    LogEntry entry = new LogEntry(new JournalEntry(next, event));
    makeRoom(entry.size());
    ring[slot(next)] = entry;
    chars += entry.size();
    head = next;
    if (event instanceof ChatEvent.Deleted deleted) {
      erase(deleted.target());
    } else if (event instanceof ChatEvent.Edited edited && edited.target() >= oldest) {
      replace(edited.target(), Texts.edited(at(edited.target()).event(), edited.text()));
      shrink();
    }
    taken.accept(entry);
  }

  private void erase(long target) {
    for (long place = Math.max(oldest, target); place <= head; place++) {
      replace(place, Texts.without(target, place, at(place).event()));
    }
  }

  private void replace(long place, ChatEvent event) {
    LogEntry known = at(place);
    if (event != known.event()) {
      chars += Texts.length(event) - known.size();
      ring[slot(place)] = new LogEntry(new JournalEntry(place, event));
    }
  }

  private void shrink() {
    while (oldest < head && chars > MAX_CHARS) {
      dropOldest();
    }
  }

  private void makeRoom(int length) {
    while (oldest <= head && (kept() == MAX_ENTRIES || chars + length > MAX_CHARS)) {
      dropOldest();
    }
    if (kept() == ring.length) {
      grow();
    }
  }

  private void dropOldest() {
    chars -= at(oldest).size();
    ring[slot(oldest)] = null;
    oldest++;
  }

  private void grow() {
    @Nullable LogEntry[] grown = new @Nullable LogEntry[2 * ring.length];
    for (long place = oldest; place <= head; place++) {
      grown[(int) (place & (grown.length - 1))] = at(place);
    }
    ring = grown;
  }

  private long kept() {
    return head - oldest + 1;
  }

  private int slot(long place) {
    return (int) (place & (ring.length - 1));
  }

  private LogEntry at(long place) {
    LogEntry entry = ring[slot(place)];
    if (entry == null) {
      throw new IllegalStateException("nothing at " + place + ", kept " + oldest + " to " + head);
    }
    return entry;
  }

  /** What became of an event. */
  enum Taken {
    /** It is the newest now, and nothing waits. */
    NEW,
    /** It was here already. */
    KNOWN,
    /** It, or another, waits for one before it. */
    EARLY
  }
}
