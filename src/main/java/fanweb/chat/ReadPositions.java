package fanweb.chat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How far people said they have read, on its way to the journal: the latest of each, stored
 * together about once a second. Losing one costs somebody a second look at what they have read. Any
 * thread.
 */
final class ReadPositions {
  /** Most that wait; more, which only a database that is down makes, are forgotten. */
  static final int MAX_WAITING = 50_000;

  private static final Logger LOG = System.getLogger(ReadPositions.class.getName());

  private final Journal journal;
  private final ConcurrentMap<Journal.Reader, Long> waiting = new ConcurrentHashMap<>();

  ReadPositions(Journal journal) {
    this.journal = journal;
  }

  void note(Journal.Reader reader, long offset) {
    if (waiting.size() < MAX_WAITING) {
      waiting.merge(reader, offset, Math::max);
    }
  }

  /** How far somebody has read. Blocks. */
  long of(Journal.Reader reader) {
    return Math.max(
        waiting.getOrDefault(reader, 0L), journal.readUpTo(reader.group(), reader.author()));
  }

  /** Stores what waits. Blocks. */
  void store() {
    Map<Journal.Reader, Long> taken = Map.copyOf(waiting);
    if (taken.isEmpty()) {
      return;
    }
    try {
      journal.markRead(taken);
      taken.forEach(waiting::remove);
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "event=read_positions_wait count=" + taken.size(), e);
    }
  }
}
