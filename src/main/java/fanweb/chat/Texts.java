package fanweb.chat;

import java.nio.charset.StandardCharsets;

/** The text that an event brings, which costs memory and which a deletion has to erase. */
final class Texts {
  /** What an entry costs besides its text, in characters. */
  private static final int OVERHEAD = 128;

  private Texts() {}

  /** Whether an event's text takes more bytes of UTF-8 than it may. */
  static boolean isLonger(ChatEvent event, int bytes) {
    String text = text(event);
    // No character takes more than three bytes for each of its UTF-16 units.
    return text.length() > bytes
        || (3L * text.length() > bytes && text.getBytes(StandardCharsets.UTF_8).length > bytes);
  }

  private static String text(ChatEvent event) {
    if (event instanceof ChatEvent.Message message) {
      return message.text();
    }
    return event instanceof ChatEvent.Edited edited ? edited.text() : "";
  }

  /** About how many characters an event keeps in memory. */
  static int length(ChatEvent event) {
    return text(event).length() + OVERHEAD;
  }

  /** A message as it is read after it was edited. Any other event is answered as it is. */
  static ChatEvent edited(ChatEvent event, String text) {
    return event instanceof ChatEvent.Message message
            && message.state() != ChatEvent.Message.State.DELETED
        ? new ChatEvent.Message(
            message.at(), message.author(), text, ChatEvent.Message.State.EDITED)
        : event;
  }

  /**
   * An event as it is read after a message was deleted: without that message's text. Any other
   * event is answered as it is.
   *
   * @param offset the event's own
   * @param target the deleted message's
   */
  static ChatEvent without(long target, long offset, ChatEvent event) {
    if (event instanceof ChatEvent.Message message && offset == target) {
      return new ChatEvent.Message(
          message.at(), message.author(), "", ChatEvent.Message.State.DELETED);
    }
    if (event instanceof ChatEvent.Edited edited && edited.target() == target) {
      return new ChatEvent.Deleted(edited.at(), edited.author(), target);
    }
    return event;
  }
}
