package fanweb.chat;

import fanweb.channel.GroupName;
import java.util.ArrayList;
import java.util.List;

/** Puts the entries of one group's stream into the frames of one dialect. */
record BurstWriter(GroupName group, Dialect dialect) {
  /** Most events to be put into one burst. */
  int maxEntries() {
    return dialect.joinsLines() ? Burst.MAX_LINES : Burst.MAX_FRAMES;
  }

  /**
   * Writes entries that follow each other without a gap, as far as one burst may reach.
   *
   * @param after the offset before the first
   * @param entries at least one
   */
  Burst write(long after, List<LogEntry> entries) {
    List<String> texts = new ArrayList<>(entries.size());
    long last = after;
    int size = 0;
    for (LogEntry entry : entries) {
      String text = entry.text(group, dialect);
      size += text == null ? 0 : text.length();
      if (size > Burst.MAX_CHARS && last > after) {
        break;
      }
      if (text != null) {
        texts.add(text);
      }
      last = entry.offset();
    }
    return new Burst(after, last, frames(dialect, texts));
  }

  /** The frames that carry these texts, in their order. */
  static List<String> frames(Dialect dialect, List<String> texts) {
    return dialect.joinsLines() && texts.size() > 1 ? List.of(String.join("\n", texts)) : texts;
  }
}
