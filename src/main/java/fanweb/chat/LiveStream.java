package fanweb.chat;

import fanweb.channel.ChannelLayer;
import fanweb.channel.StreamPosition;
import java.io.Serial;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
    if (draft.event() instanceof ChatEvent.Deleted deleted) {
      forget(deleted.target());
    }
    Key key = Key.of(draft);
    if (key == null) {
      return new Outcome.Stored(layer.groupSend(room.group(), draft.event()), false);
    }
    Optional<Outcome> known = repeated(draft);
    if (known.isPresent()) {
      return known.get();
    }
    StreamPosition position = layer.groupSend(room.group(), draft.event());
    recent.put(key, new Published(position, draft.digest()));
    return new Outcome.Stored(position, false);
  }

  /** What became of a draft with a key when it came before; nothing when that is not remembered. */
  synchronized Optional<Outcome> repeated(Draft draft) {
    return Optional.ofNullable(recent.get(Key.of(draft))).map(known -> known.of(draft));
  }

  /** A short text could be guessed from what is kept of it. */
  private void forget(long offset) {
    recent.replaceAll(
        (key, said) -> said.position().offset() == offset ? said.withoutDigest() : said);
  }

  /** Why what was said cannot be changed: it must still be here, and the author's own. */
  private Optional<Refusal> refusal(Draft draft) {
    ChatEvent event = draft.event();
    if (event instanceof ChatEvent.Edited edited) {
      return refusal(edited.target(), event.author().id()::equals);
    }
    return event instanceof ChatEvent.Deleted deleted
        ? refusal(deleted.target(), author -> room.rules().reaches(draft.who(), author, event.at()))
        : Optional.empty();
  }

  private Optional<Refusal> refusal(long target, Predicate<String> reach) {
    ChatEvent said = room.log().find(target).map(LogEntry::event).orElse(null);
    if (!(said instanceof ChatEvent.Message message)
        || message.state() == ChatEvent.Message.State.DELETED) {
      return Optional.of(Refusal.NOT_FOUND);
    }
    return reach.test(message.author().id()) ? Optional.empty() : Optional.of(Refusal.NOT_YOURS);
  }

  private record Key(String author, String name) {
    static @Nullable Key of(Draft draft) {
      String name = draft.key();
      return name == null ? null : new Key(draft.event().author().id(), name);
    }
  }

  /** Where something was said, and what is kept of it; nothing when it was deleted since. */
  private static final class Published {
    private final StreamPosition position;
    private final byte @Nullable [] digest;

    Published(StreamPosition position, byte @Nullable [] digest) {
      this.position = position;
      this.digest = digest;
    }

    StreamPosition position() {
      return position;
    }

    Published withoutDigest() {
      return new Published(position, null);
    }

    Outcome of(Draft draft) {
      return digest == null || Arrays.equals(digest, draft.digest())
          ? new Outcome.Stored(position, true)
          : new Outcome.Refused(Refusal.KEY_REUSED);
    }
  }

  /** Forgets the oldest. */
  private static final class Recent extends LinkedHashMap<Key, Published> {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, Published> eldest) {
      return size() > MAX_KEYS;
    }
  }
}
