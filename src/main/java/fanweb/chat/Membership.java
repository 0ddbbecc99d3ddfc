package fanweb.chat;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One connection's place in a group: a cursor in the group's stream, and which of what passes it
 * was told last. The cursor is moved by whoever is writing to the connection, one thread at a time.
 */
final class Membership {
  private final Connection connection;
  private final ChatRoom room;
  private final Section section;
  private final boolean tellsEphemerals;
  private volatile long cursor;
  private volatile long presenceSeen = Presence.NONE;
  private volatile long typingSeen;
  private volatile boolean gone;

  /** Brings it up to the log while its cursor is behind; null when it is not. */
  private volatile @Nullable Recovery recovery;

  Membership(Connection connection, ChatRoom room, Section section, long cursor) {
    this.connection = connection;
    this.room = room;
    this.section = section;
    this.cursor = cursor;
    this.tellsEphemerals = section.writer().dialect().tellsEphemerals();
  }

  Connection connection() {
    return connection;
  }

  ChatRoom room() {
    return room;
  }

  Section section() {
    return section;
  }

  GroupName group() {
    return room.group();
  }

  long cursor() {
    return cursor;
  }

  /** Reads what lies between its cursor and the log from the journal first. */
  void recover(Recovery from) {
    recovery = from;
  }

  /**
   * Has nothing more to send, from before the answer to the command that says so: a drain task that
   * is under way may still know it.
   */
  void leave() {
    gone = true;
  }

  /** Shows out who may not read here any more, if it is one of those. */
  void showOut(Rules rules, Predicate<String> whose, Instant now) {
    Identity who = connection.who();
    if (whose.test(who.author())) {
      rules
          .reading(who, now)
          .map(why -> why == Refusal.BANNED ? Ending.BANNED : Ending.CHANGED)
          .ifPresent(connection.writer()::endAfterReplies);
    }
  }

  /** Whether there is something to send now. Any thread. */
  boolean isPending() {
    if (gone) {
      return false;
    }
    Recovery running = recovery;
    return (running == null ? cursor != room.log().head() : running.isPending(this))
        || (tellsEphemerals
            && (presenceSeen != room.company().presence().version()
                || typingSeen != room.company().typing().version()));
  }

  /**
   * What is next for this member; moves its cursor behind it. Called by whoever is writing to the
   * connection.
   *
   * @param shared a burst made for another member of the section
   */
  Burst next(Burst shared) {
    if (gone) {
      return Burst.NONE;
    }
    Recovery running = recovery;
    if (running != null) {
      Optional<Burst> page = running.next(this);
      if (running.isOver(this)) {
        recovery = null;
      }
      page.ifPresent(burst -> cursor = burst.last());
      return page.orElse(Burst.NONE);
    }
    if (cursor == room.log().head()) {
      return Burst.NONE;
    }
    Burst burst =
        shared.after() == cursor ? shared : section.burst(cursor).orElseGet(this::overtaken);
    cursor = Math.max(cursor, burst.last());
    return burst;
  }

  /** What passes and it has not been told yet. Called by whoever is writing to the connection. */
  List<String> ephemerals() {
    if (!tellsEphemerals || gone) {
      return List.of();
    }
    List<String> texts = List.of();
    if (presenceSeen != room.company().presence().version()) {
      texts = new ArrayList<>();
      Presence.Seen seen = room.company().presence().since(presenceSeen);
      presenceSeen = seen.version();
      section.text(seen.news()).ifPresent(texts::add);
    }
    if (typingSeen != room.company().typing().version()) {
      texts = new ArrayList<>(texts);
      Typing.Seen seen = room.company().typing().now();
      typingSeen = seen.version();
      section.text(seen.news()).ifPresent(texts::add);
    }
    return texts;
  }

  /** What a reader is told whose next event has left the log; a plain one can only come back. */
  private Burst overtaken() {
    connection.writer().overrun();
    return reset()
        .orElseGet(
            () -> {
              connection.end(Ending.OVERTAKEN);
              return Burst.NONE;
            });
  }

  /** Tells that the stream goes on after the head of the log, if the dialect has words for it. */
  Optional<Burst> reset() {
    StreamPosition head = room.log().position();
    return section
        .text(new Ephemeral.Reset(head))
        .map(text -> new Burst(cursor, head.offset(), List.of(text)));
  }
}
