package fanweb.chat;

import java.time.Duration;

/**
 * Gives groups back for those who ask one question at a time and are soon back with the next: a
 * group closes when nobody has asked for a while. Without it each request would open the group
 * anew, and a poll in a live-only group would never see what woke it. Any thread.
 */
final class Lingering {
  /** How long a group stays open after a question. */
  static final Duration FOR = Duration.ofSeconds(10);

  private final ChatRooms rooms;
  private final Node node;

  Lingering(ChatRooms rooms, Node node) {
    this.rooms = rooms;
    this.node = node;
  }

  /** As {@link ChatRooms#release}, but later. */
  void release(ChatRoom room) {
    if (room.waiting().asked(node.nanoTime().getAsLong())) {
      later(room);
    } else {
      rooms.release(room);
    }
  }

  private void later(ChatRoom room) {
    node.later(
        FOR,
        () -> {
          if (room.waiting().isLeftAlone(node.nanoTime().getAsLong() - FOR.toNanos())) {
            rooms.release(room);
          } else {
            later(room);
          }
        });
  }
}
