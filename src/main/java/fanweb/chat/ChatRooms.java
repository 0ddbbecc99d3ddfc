package fanweb.chat;

import fanweb.channel.ChannelException;
import fanweb.channel.ChannelLayer;
import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The groups that are open on this node. A group is here, and subscribed at the channel layer,
 * exactly while somebody holds it; an empty one costs nothing. Any thread.
 */
final class ChatRooms {
  /** Events read when a group opens, so that a crowd that comes back finds them in memory. */
  static final int RECENT = 256;

  private static final Logger LOG = System.getLogger(ChatRooms.class.getName());

  private final ConcurrentMap<GroupName, ChatRoom> rooms = new ConcurrentHashMap<>();
  private final ChatService.Channels channels;
  private final ChatService.Storage storage;
  private final Node node;
  private final Executor reading;
  private final ChatRoom.Watcher watcher;

  /** This node among others. */
  private final String self;

  private final AtomicLong opened = new AtomicLong();

  /**
   * Makes a node without groups.
   *
   * @param reading runs what waits for the journal
   */
  ChatRooms(
      ChatService.Channels channels,
      ChatService.Storage storage,
      Node node,
      Executor reading,
      ChatRoom.Watcher watcher) {
    this.channels = channels;
    this.storage = storage;
    this.node = node;
    this.reading = reading;
    this.watcher = watcher;
    this.self = node.epochs().get();
  }

  /**
   * Keeps a group open, and opens it when it is not. Does not block: {@link ChatRoom#opened}
   * completes when the group is open, and fails when the journal does.
   *
   * @return to be given back by {@link #release}, also when it fails
   */
  ChatRoom hold(GroupName group) {
    return rooms.compute(
        group,
        (name, known) -> {
          boolean usable = known != null && !known.opened().isCompletedExceptionally();
          ChatRoom room = usable ? known : begin(name);
          room.use(1);
          return room;
        });
  }

  /** Gives a group back; whoever does so last closes it. */
  void release(ChatRoom room) {
    rooms.compute(
        room.group(),
        (name, known) -> {
          if (room.use(-1) > 0) {
            return known;
          }
          channels.events().groupDiscard(name, room);
          room.company().close();
          if (room.isOpen()) {
            node.meters().closed();
          }
          return known == room ? null : known;
        });
  }

  /**
   * Ends everybody's stay in a group whose stream is another one now; whoever comes back finds the
   * new one.
   */
  void retire(ChatRoom room) {
    rooms.computeIfPresent(room.group(), (name, known) -> known == room ? null : known);
    room.waiting().close();
    // After whoever was just coming in: who comes later is told that it is closed.
    room.change(() -> room.forEach(member -> member.connection().end(Ending.CHANGED)));
  }

  /** This node's id among the nodes. */
  String self() {
    return self;
  }

  /** Whether a room is the one that new members of its group come into. */
  boolean has(ChatRoom room) {
    return rooms.get(room.group()) == room;
  }

  /** The groups that are open just now. */
  List<ChatRoom> open() {
    return rooms.values().stream().filter(ChatRoom::isOpen).toList();
  }

  private ChatRoom begin(GroupName group) {
    Life life = new Life(self, opened.incrementAndGet());
    Company company = new Company(group, life, channels.notes(), node.nanoTime());
    ChatRoom room = new ChatRoom(company, node, channels.events(), watcher);
    // Its opening holds it too: one that was given back before would stay subscribed for ever.
    room.use(1);
    reading.execute(
        () -> {
          try {
            open(room);
            node.meters().opened();
            room.opened().complete(room);
          } catch (RuntimeException | Error e) {
            // Whatever it is: those who wait must not wait for ever.
            fail(room, e);
          } finally {
            release(room);
          }
        });
    return room;
  }

  /** Others tell that a database or a layer is down. */
  private static void fail(ChatRoom room, Throwable e) {
    boolean known = e instanceof JournalException || e instanceof ChannelException;
    LOG.log(known ? Level.DEBUG : Level.ERROR, "event=group_not_opened group=" + room.group(), e);
    room.opened().completeExceptionally(e);
  }

  /** Subscribes first and reads then: what is said between the two is in one or both. */
  private void open(ChatRoom room) {
    channels.events().groupAdd(room.group(), room);
    room.company().open();
    GroupState state = find(room);
    if (!state.settings().durable()) {
      ChannelLayer.Recent<ChatEvent> recent = recent(room);
      // Rules are stored before they are numbered: all that is told up to here is stored by now.
      state = find(room);
      if (!state.settings().durable()) {
        openLive(room, state, recent);
        return;
      }
    }
    room.open(state, state.head(), recent(room.group(), state), isStorable());
  }

  private void openLive(ChatRoom room, GroupState state, ChannelLayer.Recent<ChatEvent> recent) {
    List<JournalEntry> latest =
        recent.latest().stream()
            .map(one -> new JournalEntry(one.position().offset(), one.body()))
            .toList();
    room.open(state, recent.head(), latest, isStorable());
  }

  private GroupState find(ChatRoom room) {
    return storage.journal().find(room.group()).orElseGet(this::untouched);
  }

  private boolean isStorable() {
    return storage.allowVolatile() || storage.journal().isDurable();
  }

  /**
   * What the layer remembers of a room's group. Blocks.
   *
   * @throws ChannelException when it does not answer
   */
  ChannelLayer.Recent<ChatEvent> recent(ChatRoom room) {
    try {
      return channels.events().groupRecent(room.group()).toCompletableFuture().join();
    } catch (CompletionException e) {
      throw new ChannelException("what was said is not known", e);
    }
  }

  /** A group that nobody has written in or set up. */
  private GroupState untouched() {
    return new GroupState(
        new StreamPosition(storage.journal().origin(), 0),
        0,
        GroupSettings.DEFAULTS,
        Map.of(),
        List.of());
  }

  private List<JournalEntry> recent(GroupName group, GroupState state) {
    long head = state.head().offset();
    return head == state.floor() ? List.of() : storage.journal().before(group, head + 1, RECENT);
  }
}
