package fanweb.chat;

import fanweb.channel.ChannelLayer;
import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The groups of this node, for whoever is not a connection: says something in a group, looks into
 * one. What a draft asks for is checked against the group's rules here, whoever sends it. Any
 * thread.
 */
public final class ChatService {
  /** Openings and recoveries that wait for the journal at the same time. */
  static final int READING_AT_ONCE = 4;

  /** How long a caller waits for a group to open. */
  private static final int PATIENCE_SECONDS = 5;

  /** How long a group stays open for somebody who is about to come in. */
  private static final Duration HELD = Duration.ofSeconds(3);

  /** How many ticks there are from one beat to the next. */
  private static final int TICKS_TO_A_BEAT = 12;

  /**
   * Ten minutes: a layer forgets streams that nobody asks for, though somebody may be listening.
   */
  private static final int TICKS_TO_A_LOOK = 2_400;

  private final Journal journal;
  private final Node node;
  private final GroupActivity activity;
  private final int maxTextBytes;
  private final Executor reading;
  private final ChatRooms rooms;
  private final Committer committer;
  private final StreamKeeper keeper;
  private final ReadPositions positions;
  private final Lingering lingering;
  private final Waiters waiters;
  private final Task compare;
  private final Neighbourhood neighbourhood;
  private int ticks;

  /**
   * Makes a node without groups.
   *
   * @param storage where what is said is kept
   * @param maxTextBytes longest text of a message, in bytes of UTF-8
   */
  public ChatService(
      Channels channels, Storage storage, GroupActivity activity, Node node, int maxTextBytes) {
    this.maxTextBytes = maxTextBytes;
    this.journal = storage.journal();
    this.activity = activity;
    this.node = node;
    this.reading = new Lane(node.blocking(), READING_AT_ONCE);
    this.keeper = new StreamKeeper(journal, node, reading, this::rooms);
    this.rooms = new ChatRooms(channels, storage, node, reading, keeper);
    this.committer = new Committer(journal, channels.events(), node);
    this.positions = new ReadPositions(journal);
    this.lingering = new Lingering(rooms, node);
    this.waiters = new Waiters(rooms, lingering, node.meters());
    this.compare = new Task(node.blocking(), this::compare);
    this.neighbourhood = new Neighbourhood(rooms.self(), channels.notes(), node, rooms::open);
    channels.notes().groupAdd(Neighbourhood.NODES, neighbourhood);
  }

  /**
   * Does what is due: tells what passed, gives up on what waits too long, compares streams with the
   * journal. Called four times a second by one thread; does not block.
   */
  public void tick() {
    rooms.open().forEach(ChatRoom::settle);
    ticks++;
    if (ticks % TICKS_TO_A_LOOK == 0) {
      rooms.open().stream().filter(room -> !room.isDurable()).forEach(keeper::mayHaveMissed);
    }
    if (ticks % 4 == 0) {
      committer.expire();
      compare.signal();
    }
    if (ticks % TICKS_TO_A_BEAT == 1) {
      neighbourhood.beat();
    }
  }

  /**
   * Opens a group for somebody who is about to come in, and keeps it open for some seconds. Blocks.
   *
   * @return whether it is open; else its journal does not answer
   */
  public boolean prepare(GroupName group) {
    ChatRoom room = rooms.hold(group);
    try {
      waitFor(room);
      return true;
    } catch (JournalException e) {
      return false;
    } finally {
      node.later(HELD, () -> rooms.release(room));
    }
  }

  /**
   * Stores and tells a draft, if the rules of its group allow it.
   *
   * @return completes with what became of it; never fails
   */
  public CompletableFuture<Outcome> submit(Draft draft) {
    ChatRoom room = rooms.hold(draft.group());
    return room.opened()
        .thenCompose(
            open -> {
              CompletableFuture<Outcome> outcome = new CompletableFuture<>();
              submit(open, draft, outcome::complete);
              return outcome;
            })
        .exceptionally(failure -> new Outcome.Refused(Refusal.UNAVAILABLE))
        .whenComplete((outcome, failure) -> lingering.release(room));
  }

  /**
   * Looks into a group. Blocks.
   *
   * @param look is given the group while it is open
   * @throws JournalException when the journal does not answer
   */
  public <T> T look(GroupName group, Function<GroupView, T> look) {
    ChatRoom room = rooms.hold(group);
    try {
      return look.apply(new GroupView(waitFor(room), journal, node.clock()));
    } finally {
      lingering.release(room);
    }
  }

  /**
   * Waits for what comes next in a group, without a thread.
   *
   * @param news called once, on any thread, when the group's stream stands elsewhere or cannot be
   *     read; must be quick
   * @return to be stopped when nobody wants to know any more; empty when too many wait already
   */
  public Optional<Waiter> awaitNews(GroupName group, StreamPosition seen, Runnable news) {
    return waiters.add(group, seen, news);
  }

  /** Notes how far an author has read; what is behind an earlier note changes nothing. */
  public void markRead(GroupName group, String author, long offset) {
    positions.note(new Journal.Reader(group, author), offset);
  }

  /**
   * How far an author said they have read; 0 when they never did. Blocks.
   *
   * @throws JournalException when the journal does not answer
   */
  public long readUpTo(GroupName group, String author) {
    return positions.of(new Journal.Reader(group, author));
  }

  ChatRooms rooms() {
    return rooms;
  }

  /** How a connection that came back reads what it missed. */
  Recovery newRecovery() {
    return new Recovery(journal, reading);
  }

  /** Stores and tells a draft in a room that is open. */
  void submit(ChatRoom room, Draft draft, Consumer<Outcome> told) {
    Refusal refusal =
        Texts.isLonger(draft.event(), maxTextBytes)
            ? Refusal.TOO_LONG
            : room.rules().writing(draft.who(), draft.event()).orElse(null);
    if (refusal != null && draft.key() != null) {
      refuseUnlessSaid(room, draft, refusal, told);
    } else if (refusal != null) {
      told.accept(new Outcome.Refused(refusal));
    } else if (isForTheJournal(room, draft)) {
      store(room, draft, told);
    } else {
      room.live().publish(draft).thenAccept(outcome -> told.accept(noted(room, outcome)));
    }
  }

  /** Who asks again about what was stored is told so, whatever the rules have become meanwhile. */
  private void refuseUnlessSaid(
      ChatRoom room, Draft draft, Refusal refusal, Consumer<Outcome> told) {
    Outcome refused = new Outcome.Refused(refusal);
    if (!room.isDurable()) {
      room.live()
          .repeated(draft)
          .orElse(CompletableFuture.completedFuture(refused))
          .thenAccept(told);
      return;
    }
    reading.execute(
        () -> {
          try {
            told.accept(journal.repeated(draft).orElse(refused));
          } catch (JournalException e) {
            told.accept(new Outcome.Refused(Refusal.UNAVAILABLE));
          }
        });
  }

  private static boolean isForTheJournal(ChatRoom room, Draft draft) {
    return room.isDurable() || draft.isAboutRights();
  }

  private void store(ChatRoom room, Draft draft, Consumer<Outcome> told) {
    if (!room.isStorable()) {
      told.accept(new Outcome.Refused(Refusal.NOT_DURABLE));
      return;
    }
    committer.submit(
        draft.in(room.log().position().epoch()),
        outcome -> {
          if (!room.isDurable() && outcome instanceof Outcome.Stored) {
            // Rules are stored for every group; those who are here hear of them in their own
            // stream, or by the comparing of heads when the layer is away.
            room.live().publish(draft);
          }
          told.accept(noted(room, outcome));
        });
  }

  private Outcome noted(ChatRoom room, Outcome outcome) {
    if (outcome instanceof Outcome.Stored stored && !stored.repeated()) {
      node.meters().published();
      activity.spoke(room);
    }
    return outcome;
  }

  private void compare() {
    keeper.compare();
    positions.store();
  }

  private static ChatRoom waitFor(ChatRoom room) {
    try {
      return room.opened().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JournalException(Refusal.UNAVAILABLE, true, e);
    } catch (TimeoutException | ExecutionException e) {
      throw new JournalException(Refusal.UNAVAILABLE, true, e);
    }
  }

  /**
   * The ways to the other nodes.
   *
   * @param events carries what is said
   * @param notes carries what passes
   */
  public record Channels(ChannelLayer<ChatEvent> events, ChannelLayer<NodeNote> notes) {}

  /**
   * Where what is said is kept.
   *
   * @param allowVolatile whether a journal will do that forgets with its process
   */
  public record Storage(Journal journal, boolean allowVolatile) {}
}
