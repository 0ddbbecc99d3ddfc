package fanweb.chat;

import fanweb.channel.ChannelLayer;
import fanweb.channel.StreamPosition;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The writing side of a group that is live only: the layer numbers what is said, nothing is stored.
 * Keys are remembered while they are recent. Any thread.
 */
final class LiveStream {
  /** Keys remembered for a group. */
  static final int MAX_KEYS = 1_024;

  private final ChannelLayer<ChatEvent> layer;
  private final ChatRoom room;
  private final Map<Key, Published> recent = new Recent();

  LiveStream(ChannelLayer<ChatEvent> layer, ChatRoom room) {
    this.layer = layer;
    this.room = room;
  }

  /** Publishes a draft, unless it was before. */
  synchronized Outcome publish(Draft draft) {
    Optional<Refusal> refusal = refusal(draft);
    if (refusal.isPresent()) {
      return new Outcome.Refused(refusal.get());
    }
    String name = draft.key();
    if (name == null) {
      return new Outcome.Stored(layer.groupSend(room.group(), draft.event()), false);
    }
    Key key = new Key(draft.event().author().id(), name);
    Published known = recent.get(key);
    if (known == null) {
      StreamPosition position = layer.groupSend(room.group(), draft.event());
      recent.put(key, new Published(position, text(draft)));
      return new Outcome.Stored(position, false);
    }
    return known.text().equals(text(draft))
        ? new Outcome.Stored(known.position(), true)
        : new Outcome.Refused(Refusal.KEY_REUSED);
  }

  /** Why what was said cannot be changed: it must still be here, and the author's own. */
  private Optional<Refusal> refusal(Draft draft) {
    ChatEvent event = draft.event();
    if (event instanceof ChatEvent.Edited edited) {
      return refusal(draft, edited.target(), false);
    }
    return event instanceof ChatEvent.Deleted deleted
        ? refusal(draft, deleted.target(), draft.moderator())
        : Optional.empty();
  }

  private Optional<Refusal> refusal(Draft draft, long target, boolean anybodys) {
    ChatEvent said = room.log().find(target).map(LogEntry::event).orElse(null);
    if (!(said instanceof ChatEvent.Message message)
        || message.state() == ChatEvent.Message.State.DELETED) {
      return Optional.of(Refusal.NOT_FOUND);
    }
    return anybodys || message.author().id().equals(draft.event().author().id())
        ? Optional.empty()
        : Optional.of(Refusal.NOT_YOURS);
  }

  private static String text(Draft draft) {
    return draft.event() instanceof ChatEvent.Message message ? message.text() : "";
  }

  private record Key(String author, String name) {}

  private record Published(StreamPosition position, String text) {}

  /** Forgets the oldest. */
  private static final class Recent extends LinkedHashMap<Key, Published> {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, Published> eldest) {
      return size() > MAX_KEYS;
    }
  }
}
