package fanweb.chat;

import fanweb.channel.ChannelLayer;
import fanweb.channel.GroupName;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The groups that have members on this node: the way in for every connection, whatever it speaks.
 *
 * <p>All methods may be called from any thread. A group is here, and subscribed at the channel
 * layer, exactly while it has members; an empty one costs nothing.
 */
public final class ChatRooms {
  private final ConcurrentMap<GroupName, ChatRoom> rooms = new ConcurrentHashMap<>();
  private final ChannelLayer<String> layer;
  private final Executor executor;
  private final LongSupplier nanoTime;
  private final ChatMeters meters;
  private final GroupActivity activity;

  /**
   * Makes a node without members.
   *
   * @param executor runs the drain tasks, which are short and never block
   * @param nanoTime a clock as {@link System#nanoTime}
   */
  public ChatRooms(
      ChannelLayer<String> layer,
      Executor executor,
      LongSupplier nanoTime,
      ChatMeters meters,
      GroupActivity activity) {
    this.layer = layer;
    this.executor = executor;
    this.nanoTime = nanoTime;
    this.meters = meters;
    this.activity = activity;
  }

  /**
   * Lets a connection into a group. It is sent what is said after this method returned, and nothing
   * from before it was called.
   *
   * @param outlet where the connection's frames go
   * @param limit how often it may speak
   * @return its place, to be given back by {@link #leave}
   */
  public Membership join(GroupName group, Outlet outlet, SendLimit limit) {
    Membership[] joined = new Membership[1];
    rooms.compute(
        group,
        (name, known) -> {
          ChatRoom room = known == null ? open(name) : known;
          joined[0] = room.add(outlet, limit);
          return room;
        });
    meters.joined();
    return joined[0];
  }

  /**
   * Takes a connection out of its group, once for each {@link #join}. Nothing more is sent to it.
   */
  public void leave(Membership member) {
    member.left();
    rooms.computeIfPresent(
        member.room().group(), (name, room) -> room.remove(member) ? close(room) : room);
    meters.left();
  }

  /**
   * Does what a client asked for.
   *
   * @return why it was not done; nothing when it was
   */
  public Optional<Refusal> handle(Membership member, ChatCommand command) {
    if (command instanceof ChatCommand.Publish publish) {
      return publish(member, publish.text());
    }
    member.end(Ending.ASKED_FOR);
    return Optional.empty();
  }

  private Optional<Refusal> publish(Membership member, String text) {
    return switch (member.limit().next()) {
      case ALLOWED -> {
        layer.groupSend(member.room().group(), text);
        meters.published();
        activity.spoke(member.room());
        yield Optional.empty();
      }
      case TOO_FAST -> Optional.of(Refusal.TOO_FAST);
      case FLOODING -> {
        member.endAfterReplies(Ending.FLOODING);
        yield Optional.empty();
      }
    };
  }

  private ChatRoom open(GroupName group) {
    ChatRoom room = new ChatRoom(group, meters, () -> new Section(executor, nanoTime));
    layer.groupAdd(group, room);
    meters.opened();
    return room;
  }

  /** Answers what the map shall hold instead: nothing. */
  private @Nullable ChatRoom close(ChatRoom room) {
    layer.groupDiscard(room.group(), room);
    meters.closed();
    return null;
  }
}
