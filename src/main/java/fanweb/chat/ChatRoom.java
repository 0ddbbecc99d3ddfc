package fanweb.chat;

import fanweb.channel.ChannelLayer;
import fanweb.channel.GroupName;
import fanweb.channel.Publication;
import fanweb.channel.StreamPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One group that is open on this node: its log, its rules, its members. Lives in {@link ChatRooms}
 * from the first who wants it to the last.
 */
final class ChatRoom implements ChannelLayer.Subscriber<ChatEvent> {
  private final GroupName group;
  private final Node node;
  private final Company company;
  private final Sections sections;
  private final AtomicLong lastActiveMinute = new AtomicLong(Long.MIN_VALUE);
  private final Watcher watcher;
  private final LiveStream live;
  private final WaitingRoom waiting;
  private final CompletableFuture<ChatRoom> opened = new CompletableFuture<>();

  /** How many keep it open; changed by {@link ChatRooms} alone, by one thread at a time. */
  private int users;

  /** The offset up to which events are no longer kept. */
  private volatile long floor;

  /** What came before the room was open; guarded by this room. */
  private final List<Publication<ChatEvent>> early = new ArrayList<>();

  private volatile @Nullable Inside inside;

  /** Makes one that is not open yet and may be subscribed. */
  ChatRoom(Company company, Node node, ChannelLayer<ChatEvent> layer, Watcher watcher) {
    this.group = company.group();
    this.company = company;
    this.node = node;
    this.sections = new Sections(group, node);
    this.watcher = watcher;
    this.live = new LiveStream(layer, this);
    this.waiting = new WaitingRoom(node.drains());
  }

  /** Completes when the room is open, and fails when it cannot be opened. */
  CompletableFuture<ChatRoom> opened() {
    return opened;
  }

  boolean isOpen() {
    return opened.isDone() && !opened.isCompletedExceptionally();
  }

  /** Counts one more or one less who keeps it open; answers how many there are now. */
  int use(int more) {
    users += more;
    return users;
  }

  /**
   * Opens the room.
   *
   * @param state what is stored
   * @param head the position the stream has reached, which what is stored has everything up to
   * @param recent the latest events up to that position or further, without a gap; may be none
   * @param storable whether the journal is safe enough to store something in
   */
  synchronized void open(
      GroupState state, StreamPosition head, List<JournalEntry> recent, boolean storable) {
    Rules rules = new Rules(state);
    long start = recent.isEmpty() ? head.offset() : recent.get(0).offset() - 1;
    GroupLog log =
        new GroupLog(
            new StreamPosition(head.epoch(), start),
            // What is stored about the group has everything up to its head.
            entry -> {
              if (entry.offset() > head.offset()) {
                apply(rules, entry.event());
              }
            });
    recent.forEach(entry -> log.take(entry.offset(), entry.event()));
    recent.forEach(entry -> rules.remember(entry.event()));
    floor = state.settings().durable() ? state.floor() : 0;
    inside = new Inside(log, rules, state.settings().durable(), storable);
    early.forEach(this::take);
    early.clear();
  }

  GroupName group() {
    return group;
  }

  GroupLog log() {
    return inside().log();
  }

  Rules rules() {
    return inside().rules();
  }

  /** Whether what is said here is stored. */
  boolean isDurable() {
    return inside().durable();
  }

  /** Whether the journal is safe enough to store something in. */
  boolean isStorable() {
    return inside().storable();
  }

  /** How what is said here is published when it is not stored. */
  LiveStream live() {
    return live;
  }

  /** The offset up to which events are no longer kept, as far as this node has heard. */
  long floor() {
    return floor;
  }

  /** Whether all that came after a position is in the log or stored, as far as is known here. */
  boolean reaches(StreamPosition from) {
    StreamPosition head = log().position();
    // Who has read nothing has read nothing of any epoch.
    return (from.epoch().equals(head.epoch()) || from.offset() == 0)
        && from.offset() <= head.offset()
        && (log().reaches(from.offset()) || (isDurable() && from.offset() >= floor));
  }

  void raiseFloor(long higher) {
    if (higher > floor) {
      floor = higher;
      log().forget(higher);
    }
  }

  /** Who is here and who is writing. */
  Company company() {
    return company;
  }

  @Override
  public void mayHaveMissed() {
    CompletableFuture<Void> unused = opened.thenAccept(watcher::mayHaveMissed);
  }

  @Override
  public void receive(Publication<ChatEvent> publication) {
    if (inside == null && isKept(publication)) {
      return;
    }
    take(publication);
  }

  private synchronized boolean isKept(Publication<ChatEvent> publication) {
    // What does not fit is found missing later, like anything else that a layer dropped.
    return inside == null && (early.size() >= GroupLog.MAX_EARLY || early.add(publication));
  }

  private void take(Publication<ChatEvent> publication) {
    StreamPosition position = publication.position();
    if (position.epoch().equals(log().position().epoch())) {
      take(position.offset(), publication.body());
    } else if (!isDurable()) {
      // The layer has lost its count.
      watcher.begunAnew(this);
    }
  }

  /** Takes in an event from wherever it came, and wakes the drain tasks. */
  void take(long offset, ChatEvent event) {
    GroupLog log = log();
    long before = log.head();
    GroupLog.Taken taken = log.take(offset, event);
    if (log.head() != before) {
      signal();
    }
    if (taken == GroupLog.Taken.EARLY) {
      watcher.missing(this);
    }
  }

  void signal() {
    sections.signal();
    waiting.signal();
  }

  /** Those who wait here without being members. */
  WaitingRoom waiting() {
    return waiting;
  }

  /**
   * Makes one change of what passed since the last time, and tells it. Called some times a second.
   */
  void settle() {
    if (inside != null && company.settle()) {
      signal();
    }
  }

  /** Changes the room's members, one change at a time. */
  synchronized void change(Runnable change) {
    change.run();
  }

  /**
   * Gives a connection its place. Within one {@link #change} with {@link #admit}, lest its section
   * be gone by then.
   *
   * @param cursor the offset it has read
   */
  Membership add(Connection connection, long cursor) {
    Dialect dialect = connection.writer().dialect().in(log().position().epoch());
    Section section = sections.with(dialect, log());
    return new Membership(connection, this, section, cursor);
  }

  /** Lets a member be served. */
  void admit(Membership member) {
    member.section().add(member);
    // What came between the cursor and the section has been drained without the member.
    member.section().signal();
  }

  /** Removes a member, if it is here. Within a {@link #change}. */
  void remove(Membership member) {
    sections.remove(member);
  }

  /** Calls somebody for every member; any thread. */
  void forEach(Consumer<Membership> action) {
    sections.forEach(action);
  }

  /** Whether this is the first call with a minute so late. */
  boolean entersMinute(long minute) {
    long known = lastActiveMinute.get();
    return minute > known && lastActiveMinute.compareAndSet(known, minute);
  }

  /** What an event changes besides the log. */
  private void apply(Rules rules, ChatEvent event) {
    rules.apply(event);
    if (event instanceof ChatEvent.Message message) {
      company.typing().set(message.author(), false, 0);
    } else if (event instanceof ChatEvent.SettingsChanged changed
        && changed.settings().durable() != isDurable()) {
      watcher.begunAnew(this);
    } else {
      Rules.doubted(event).ifPresent(whose -> showOut(rules, whose));
    }
  }

  /** Takes over what is stored about the group while its stream tells of something else. */
  void reload(GroupState state) {
    if (state.settings().durable() != isDurable()) {
      watcher.begunAnew(this);
    } else {
      rules().replace(state);
      showOut(rules(), author -> true);
    }
  }

  /** Shows out those who may not read here any more. */
  private void showOut(Rules rules, Predicate<String> whose) {
    Instant now = node.clock().instant();
    forEach(member -> member.showOut(rules, whose, now));
  }

  private Inside inside() {
    return Objects.requireNonNull(inside, "not open yet");
  }

  /** Hears what a room cannot mend by itself; must be quick. */
  interface Watcher {
    /** Something is missing in the room's stream. */
    void missing(ChatRoom room);

    /** Something that came last in the room's stream may be missing. */
    void mayHaveMissed(ChatRoom room);

    /** The room's stream is another one from now on. */
    void begunAnew(ChatRoom room);
  }

  private record Inside(GroupLog log, Rules rules, boolean durable, boolean storable) {}
}
