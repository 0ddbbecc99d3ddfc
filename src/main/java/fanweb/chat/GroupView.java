package fanweb.chat;

import fanweb.channel.StreamPosition;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What can be seen of a group while it is open on this node. Any thread; what reads events may
 * block on the journal and throws {@link JournalException}.
 */
public final class GroupView {
  private final ChatRoom room;
  private final Journal journal;
  private final InstantSource clock;

  GroupView(ChatRoom room, Journal journal, InstantSource clock) {
    this.room = room;
    this.journal = journal;
    this.clock = clock;
  }

  /** The position of the latest event. */
  public StreamPosition head() {
    return room.log().position();
  }

  /** The offset up to which events are no longer kept. */
  public long floor() {
    return room.floor();
  }

  /** How the group is set up. */
  public GroupSettings settings() {
    return room.rules().settings();
  }

  /** Who is here. */
  public Ephemeral.Presence presence() {
    return room.presence().now();
  }

  /** Whether somebody may read here; else why not. */
  public Optional<Refusal> reading(String author, boolean moderator) {
    return room.rules().reading(author, moderator, clock.instant());
  }

  /** The events that follow an offset, oldest first, without a gap from the first one on. */
  public List<JournalEntry> after(long offset, int limit) {
    long from = Math.max(offset, room.floor());
    if (from >= room.log().head()) {
      return List.of();
    }
    if (room.log().reaches(from) || !room.isDurable()) {
      return room.log().after(from, limit).orElse(List.of()).stream().map(this::entry).toList();
    }
    return journal.after(room.group(), from, limit);
  }

  /** The latest events before an offset, oldest first. */
  public List<JournalEntry> before(long offset, int limit) {
    if (room.isDurable()) {
      return journal.before(room.group(), offset, limit);
    }
    long from = Math.max(0, Math.min(offset - 1, room.log().head()) - limit);
    return room.log().after(from, limit).orElse(List.of()).stream()
        .filter(entry -> entry.offset() < offset)
        .map(this::entry)
        .toList();
  }

  /** The latest messages before an offset whose text contains a text, latest first. */
  public List<JournalEntry> search(String text, long before, int limit) {
    return room.isDurable() ? journal.search(room.group(), text, before, limit) : List.of();
  }

  private JournalEntry entry(LogEntry entry) {
    return new JournalEntry(entry.offset(), entry.event());
  }
}
