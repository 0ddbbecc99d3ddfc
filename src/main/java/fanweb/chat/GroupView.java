package fanweb.chat;

import fanweb.account.Identity;
import fanweb.channel.StreamPosition;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    return room.isDurable() ? room.floor() : room.log().start();
  }

  /** How the group is set up. */
  public GroupSettings settings() {
    return room.rules().settings();
  }

  /** The same as it is stored, which this node may not have heard of yet. Reads the journal. */
  public GroupSettings storedSettings() {
    return journal.find(room.group()).map(GroupState::settings).orElse(GroupSettings.DEFAULTS);
  }

  /** Who is here. */
  public Ephemeral.Presence presence() {
    return room.company().presence().now();
  }

  /** Whether somebody may read here; else why not. */
  public Optional<Refusal> reading(Identity who) {
    return room.rules().reading(who, clock.instant());
  }

  /** What somebody may do here. */
  public Set<Permission> permissions(Identity who) {
    return room.rules().permissions(who, clock.instant());
  }

  /** Whether somebody does here what moderators do. */
  public boolean isModeratedBy(Identity who) {
    return ChatPolicy.moderates(room.rules().stand(who, clock.instant()));
  }

  /** What who is in the group, by authors' ids. */
  public Map<String, Rank> ranks() {
    return Map.copyOf(room.rules().ranks());
  }

  /** Whom moderators have restricted, as far as it holds now. */
  public List<Restriction> restrictions() {
    return room.rules().restrictions(clock.instant());
  }

  /**
   * Whether all that came after a position can still be read, as far as this node has heard; the
   * same for every way to come back.
   */
  public boolean reaches(StreamPosition from) {
    return room.reaches(from);
  }

  /** The events that follow an offset, oldest first, without a gap from the first one on. */
  public List<JournalEntry> after(long offset, int limit) {
    long from = Math.max(offset, floor());
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
    long end = Math.min(offset, room.log().head() + 1);
    if (room.isDurable()) {
      return journal.before(room.group(), end, limit);
    }
    long from = Math.max(room.log().start(), end - 1 - limit);
    return room.log().after(from, limit).orElse(List.of()).stream()
        .filter(entry -> entry.offset() < end)
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
