package fanweb.chat;

import fanweb.channel.GroupName;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the log keeps it, with its text in the dialect that many readers share. Any thread.
 */
final class LogEntry {
  private final JournalEntry entry;

  /** Written once by whoever comes first; several may, with the same result. */
  private volatile @Nullable String line;

  LogEntry(JournalEntry entry) {
    this.entry = entry;
  }

  long offset() {
    return entry.offset();
  }

  ChatEvent event() {
    return entry.event();
  }

  /** About how many characters it keeps in memory. */
  int size() {
    return Texts.length(entry.event());
  }

  /** Its text in a dialect; null when the dialect has none for it. */
  @Nullable String text(GroupName group, Dialect dialect) {
    if (!dialect.joinsLines()) {
      return dialect.event(group, entry).orElse(null);
    }
    String known = line;
    if (known == null) {
      known = dialect.event(group, entry).orElse("");
      line = known;
    }
    return known.isEmpty() ? null : known;
  }
}
