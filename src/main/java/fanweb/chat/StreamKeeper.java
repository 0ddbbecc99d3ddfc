package fanweb.chat;

import fanweb.channel.ChannelLayer;
import fanweb.channel.GroupName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the channel layer did not bring and fetches it from the journal: at once when a later
 * event shows a gap, else by comparing heads every second. With it the chat works, a little later,
 * while the layer is down.
 */
final class StreamKeeper implements ChatRoom.Watcher {
  /** How long an event that came too early waits for the one before it. */
  static final Duration EARLY = Duration.ofMillis(50);

  private static final int PAGE = 512;
  private static final Logger LOG = System.getLogger(StreamKeeper.class.getName());

  private final Journal journal;
  private final Node node;
  private final Executor reading;
  private final Supplier<ChatRooms> rooms;
  private final Set<ChatRoom> mending = ConcurrentHashMap.newKeySet();

  /** Where the journal was ahead of the rooms the last time; used by one thread at a time. */
  private Map<ChatRoom, Long> ahead = Map.of();

  /** Rooms in which something may be missing. */
  private final Set<ChatRoom> doubted = ConcurrentHashMap.newKeySet();

  private boolean failing;

  /**
   * Makes one.
   *
   * @param reading runs what waits for the journal
   * @param rooms the rooms it watches over, which are made after it
   */
  StreamKeeper(Journal journal, Node node, Executor reading, Supplier<ChatRooms> rooms) {
    this.journal = journal;
    this.node = node;
    this.reading = reading;
    this.rooms = rooms;
  }

  @Override
  public void missing(ChatRoom room) {
    if (mending.add(room)) {
      node.later(EARLY, () -> reading.execute(() -> mend(room)));
    }
  }

  @Override
  public void mayHaveMissed(ChatRoom room) {
    doubted.add(room);
  }

  @Override
  public void begunAnew(ChatRoom room) {
    node.blocking().execute(() -> rooms.get().retire(room));
  }

  /** Compares the rooms with the journal. Blocks; called by one thread at a time. */
  void compare() {
    try {
      Map<GroupName, ChatRoom> open =
          rooms.get().open().stream().collect(Collectors.toMap(ChatRoom::group, room -> room));
      if (!open.isEmpty()) {
        compare(open);
      }
      failing = false;
    } catch (RuntimeException e) {
      LOG.log(failing ? Level.DEBUG : Level.WARNING, "event=heads_not_compared", e);
      failing = true;
    }
  }

  private void compare(Map<GroupName, ChatRoom> open) {
    Set<ChatRoom> doubtful = Set.copyOf(doubted);
    Map<GroupName, Journal.Tide> tides = journal.tides(open.keySet());
    doubted.removeAll(doubtful);
    Map<ChatRoom, Long> next = new HashMap<>();
    for (ChatRoom room : open.values()) {
      Journal.Tide tide = tides.get(room.group());
      if (!room.isDurable()) {
        compareLive(room, tide, doubtful.contains(room));
      } else if (isAnother(room, tide) || isBeyond(room, tide)) {
        rooms.get().retire(room);
      } else if (tide != null) {
        room.raiseFloor(tide.floor());
        // What was committed since the last time is on its way; what was before is missing.
        long due = doubtful.contains(room) ? tide.head() : ahead.getOrDefault(room, 0L);
        if (room.log().head() < due) {
          fetch(room);
        }
        if (room.log().head() < tide.head()) {
          next.put(room, tide.head());
        }
      }
    }
    ahead = next;
  }

  /**
   * Rules are stored for every group. Whoever is in one that is live only hears of them in its own
   * stream, if the layer lets them.
   */
  private void compareLive(ChatRoom room, Journal.@Nullable Tide tide, boolean isDoubtful) {
    if (tide != null && tide.head() != room.rules().storedHead()) {
      journal.find(room.group()).ifPresent(room::reload);
    }
    if (isDoubtful) {
      reading.execute(() -> attempt(room));
    }
  }

  private static boolean isAnother(ChatRoom room, Journal.@Nullable Tide tide) {
    return tide == null
        ? room.log().head() > 0
        : !tide.epoch().equals(room.log().position().epoch());
  }

  /** Whether what comes next in the room is no longer kept: the stream goes on elsewhere. */
  private static boolean isBeyond(ChatRoom room, Journal.@Nullable Tide tide) {
    return tide != null && tide.floor() > room.log().head();
  }

  private void mend(ChatRoom room) {
    mending.remove(room);
    // One that is closed or retired is never whole again.
    if (rooms.get().has(room) && room.log().hasGap()) {
      attempt(room);
    }
  }

  private void attempt(ChatRoom room) {
    try {
      if (room.isDurable()) {
        fetch(room);
      } else {
        mendLive(room);
      }
    } catch (RuntimeException e) {
      // What is stored is compared again within a second.
      LOG.log(Level.DEBUG, "event=gap_not_mended group=" + room.group(), e);
    }
  }

  /** Takes in what the layer remembers; when that does not go on here the stream is another. */
  private void mendLive(ChatRoom room) {
    long head = room.log().head();
    ChannelLayer.Recent<ChatEvent> recent = rooms.get().recent(room);
    long first = recent.head().offset() - recent.latest().size() + 1;
    if (!recent.head().epoch().equals(room.log().position().epoch())
        || recent.head().offset() < head
        || first > head + 1) {
      rooms.get().retire(room);
    } else {
      recent.latest().forEach(one -> room.take(one.position().offset(), one.body()));
    }
  }

  /** Reads on while that moves the room: what is no longer kept is found by comparing. */
  private void fetch(ChatRoom room) {
    long begun = room.log().head();
    long before;
    do {
      before = room.log().head();
      journal
          .after(room.group(), before, PAGE)
          .forEach(entry -> room.take(entry.offset(), entry.event()));
    } while (room.log().head() > before);
    if (before > begun) {
      node.meters().healed(before - begun);
    }
  }
}
