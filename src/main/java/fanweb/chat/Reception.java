package fanweb.chat;

import fanweb.account.GuestToken;
import fanweb.account.Identity;
import fanweb.channel.StreamPosition;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Lets connections into groups and out of them. Any thread. */
final class Reception {
  /** Most events that one recovery sends; who missed more loads the history. */
  static final long MAX_RECOVERED = 20_000;

  private final ChatService service;
  private final Node node;
  private final Guests guests;
  private final ConnectionLimits limits;
  private final ConnectionCounts authors;

  Reception(ChatService service, Node node, Guests guests, ConnectionLimits limits) {
    this.service = service;
    this.node = node;
    this.guests = guests;
    this.limits = limits;
    this.authors = new ConnectionCounts(limits.connections());
  }

  /** Answers what is complete when the client was told whether it is in. */
  CompletableFuture<?> join(Connection connection, @Nullable String id, ChatCommand.Join join) {
    Refusal refusal = refusal(connection, join);
    if (refusal != null) {
      refuse(connection, id, refusal);
      return CompletableFuture.completedFuture(null);
    }
    ChatRoom room = service.rooms().hold(join.group());
    return room.opened()
        .handle(
            (open, failure) -> {
              Refusal closed =
                  failure == null ? enter(connection, id, join, room) : Refusal.UNAVAILABLE;
              if (closed != null) {
                service.rooms().release(room);
                refuse(connection, id, closed);
              }
              return null;
            });
  }

  /** Takes a connection out of one group, unless it was taken out meanwhile. */
  void leave(Membership member) {
    Connection connection = member.connection();
    synchronized (connection) {
      if (connection.memberships().in(member.group()) == member) {
        remove(member);
      }
    }
  }

  /** Takes a connection that is gone out of all its groups. */
  void leaveAll(Connection connection) {
    synchronized (connection) {
      connection.writer().gone();
      connection.memberships().list().forEach(this::remove);
      ChatReply.Speaker speaker = connection.speaker();
      if (speaker != null && isCounted(connection)) {
        authors.leave(speaker.author().id());
      }
    }
  }

  private void remove(Membership member) {
    ChatRoom room = member.room();
    member.leave();
    member.connection().memberships().remove(member);
    room.change(() -> room.remove(member));
    room.company().leave(identified(member.connection()).author());
    service.rooms().release(room);
  }

  private @Nullable Refusal refusal(Connection connection, ChatCommand.Join join) {
    GuestToken token = join.token();
    if (token != null && Guests.isForeign(connection.who(), connection.speaker(), token)) {
      return Refusal.IDENTITY_FIXED;
    }
    boolean isNew = connection.memberships().in(join.group()) == null;
    return isNew && connection.memberships().size() >= limits.groups()
        ? Refusal.TOO_MANY_GROUPS
        : null;
  }

  /** Lets somebody into an open room; answers why not. */
  private @Nullable Refusal enter(
      Connection connection, @Nullable String id, ChatCommand.Join join, ChatRoom room) {
    synchronized (connection) {
      if (connection.writer().isLeaving()) {
        return Refusal.NOT_ALLOWED;
      }
      Refusal refusal = identify(connection, join);
      if (refusal == null) {
        refusal = refusal(connection, room);
      }
      if (refusal != null) {
        return refusal;
      }
      Membership before = connection.memberships().in(join.group());
      if (before != null) {
        remove(before);
      }
      AtomicBoolean placed = new AtomicBoolean();
      room.change(() -> placed.set(place(connection, id, join.after(), room)));
      return placed.get() ? null : Refusal.UNAVAILABLE;
    }
  }

  private @Nullable Refusal refusal(Connection connection, ChatRoom room) {
    return room.rules().reading(connection.who(), node.clock().instant()).orElse(null);
  }

  /**
   * Position first, then the state: what changes in between comes as an event.
   *
   * @return whether the room's stream still goes on here
   */
  private boolean place(
      Connection connection, @Nullable String id, Optional<StreamPosition> after, ChatRoom room) {
    if (room.waiting().isClosed()) {
      return false;
    }
    StreamPosition head = room.log().position();
    Optional<StreamPosition> recovered = after.filter(from -> isWithinReach(from, head, room));
    long from = recovered.map(StreamPosition::offset).orElse(head.offset());
    Membership member = room.add(connection, from);
    if (!room.log().reaches(from)) {
      member.recover(service.newRecovery());
    }
    ChatReply.Speaker speaker = identified(connection);
    connection.answer(
        id,
        new ChatReply.Welcome(
            room.group(), from, head, recovered.isPresent(), speaker, standing(connection, room)));
    room.company().join(speaker.author());
    connection.memberships().add(member);
    room.admit(member);
    // What changed since they were let in has looked for those who were there.
    member.showOut(room.rules(), author -> true, node.clock().instant());
    return true;
  }

  private static boolean isWithinReach(StreamPosition from, StreamPosition head, ChatRoom room) {
    return room.reaches(from)
        && (room.log().reaches(from.offset()) || head.offset() - from.offset() <= MAX_RECOVERED);
  }

  private ChatReply.Standing standing(Connection connection, ChatRoom room) {
    return new ChatReply.Standing(
        room.rules().permissions(connection.who(), node.clock().instant()),
        room.rules().settings());
  }

  /** Notes who speaks; answers why they may not. */
  private @Nullable Refusal identify(Connection connection, ChatCommand.Join join) {
    ChatReply.Speaker known = connection.speaker();
    if (known != null) {
      connection.identify(Guests.again(connection.who(), known, join.name()));
      return null;
    }
    ChatReply.Speaker first = guests.first(connection.who(), join);
    if (guests.isClaimed(connection.who(), first.author().id())) {
      return Refusal.IDENTITY_CLAIMED;
    }
    if (isCounted(connection) && !authors.admit(first.author().id())) {
      return Refusal.TOO_MANY_CONNECTIONS;
    }
    connection.identify(first);
    // Who was claimed in between was looked for among those who had an author by then.
    if (guests.isClaimed(connection.who(), first.author().id())) {
      connection.end(Ending.RIGHTS_CHANGED);
    }
    return null;
  }

  /** A program with the token in the settings is many, under one name. */
  private static boolean isCounted(Connection connection) {
    return connection.who().proof() != Identity.Proof.SETTING;
  }

  private static ChatReply.Speaker identified(Connection connection) {
    ChatReply.Speaker speaker = connection.speaker();
    if (speaker == null) {
      throw new IllegalStateException("nobody speaks here yet");
    }
    return speaker;
  }

  /** A client that has no words for a welcome cannot ask again either. */
  private static void refuse(Connection connection, @Nullable String id, Refusal refusal) {
    connection.answer(id, new ChatReply.Failed(refusal));
    if (!connection.writer().dialect().joinsLines()) {
      connection.writer().endAfterReplies(Ending.BROKEN);
    }
  }
}
