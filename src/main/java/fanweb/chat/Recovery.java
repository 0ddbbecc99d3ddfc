package fanweb.chat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Brings one member that came back up to the log of its group, page by page from the journal. Keeps
 * one page in memory, and reads the next when that has left.
 */
final class Recovery {
  private static final Logger LOG = System.getLogger(Recovery.class.getName());

  private final Journal journal;
  private final Executor blocking;
  private final AtomicBoolean reading = new AtomicBoolean();
  private volatile @Nullable Burst page;

  /**
   * Makes one, which reads nothing yet.
   *
   * @param blocking runs what waits for the journal
   */
  Recovery(Journal journal, Executor blocking) {
    this.journal = journal;
    this.blocking = blocking;
  }

  /** Whether there is something to do for whoever is writing to the connection. */
  boolean isPending(Membership member) {
    return page != null || !reading.get() || isOver(member);
  }

  /** Whether the log has all that comes next. */
  boolean isOver(Membership member) {
    return page == null && !reading.get() && member.room().log().reaches(member.cursor());
  }

  /** The page that was read, if there is one; else sees to it that there will be. */
  Optional<Burst> next(Membership member) {
    Burst ready = page;
    if (ready != null) {
      page = null;
      reading.set(false);
      return Optional.of(ready);
    }
    if (!isOver(member) && reading.compareAndSet(false, true)) {
      blocking.execute(() -> read(member));
    }
    return Optional.empty();
  }

  private void read(Membership member) {
    try {
      // Not further than the log, which may have to wait for what is stored already.
      long behind = member.room().log().head() - member.cursor();
      int limit = (int) Math.min(Burst.MAX_LINES, behind);
      List<JournalEntry> entries = journal.after(member.group(), member.cursor(), limit);
      page = page(member, entries).orElse(null);
      member.section().signal();
    } catch (RuntimeException | Error e) {
      // Never a part: the client comes back with the position it has reached.
      LOG.log(
          Level.WARNING,
          "event=recovery_failed connection=" + member.connection() + " group=" + member.group(),
          e);
      member.connection().end(Ending.BROKEN);
    }
  }

  /** What was read; when some of it is no longer kept, a word that the stream goes on elsewhere. */
  private static Optional<Burst> page(Membership member, List<JournalEntry> entries) {
    if (entries.isEmpty() || entries.get(0).offset() != member.cursor() + 1) {
      return member.reset();
    }
    return Optional.of(
        member
            .section()
            .writer()
            .write(member.cursor(), entries.stream().map(LogEntry::new).toList()));
  }
}
