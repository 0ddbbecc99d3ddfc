package fanweb.chat;

import fanweb.channel.ChannelLayer;
import fanweb.channel.StreamPosition;
import java.io.Serial;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The writing side of a group that is live only: the layer numbers what is said, nothing is stored.
 * Keys are remembered on this node while they are recent. Any thread; does not block.
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

  /**
   * Publishes a draft, unless it was before.
   *
   * @return completes with what became of it, here or on a thread of the layer's; never fails
   */
  synchronized CompletionStage<Outcome> publish(Draft draft) {
    Optional<Refusal> refusal = refusal(draft);
    if (refusal.isPresent()) {
      return CompletableFuture.completedFuture(new Outcome.Refused(refusal.get()));
    }
    if (draft.event() instanceof ChatEvent.Deleted deleted) {
      forget(deleted.target());
    }
    return repeated(draft).orElseGet(() -> send(draft));
  }

  /** What became of a draft with a key when it came before; nothing when that is not remembered. */
  synchronized Optional<CompletionStage<Outcome>> repeated(Draft draft) {
    return Optional.ofNullable(recent.get(Key.of(draft))).map(known -> known.of(draft));
  }

  private CompletionStage<Outcome> send(Draft draft) {
    Key key = Key.of(draft);
    String once = key == null ? null : key.author() + "/" + key.name();
    CompletionStage<StreamPosition> sent = layer.groupSend(room.group(), draft.event(), once);
    if (key != null) {
      recent.put(key, new Published(sent, draft.digest()));
    }
    return sent.<Outcome>thenApply(position -> new Outcome.Stored(position, false))
        .exceptionally(failure -> unknown(key, sent));
  }

  /** Whoever asks again tries again. */
  private synchronized Outcome unknown(@Nullable Key key, CompletionStage<StreamPosition> sent) {
    Published known = recent.get(key);
    if (known != null && known.sent() == sent) {
      recent.remove(key);
    }
    return new Outcome.Refused(Refusal.UNAVAILABLE);
  }

  /** A short text could be guessed from what is kept of it. */
  private void forget(long offset) {
    recent.replaceAll((key, said) -> said.isAt(offset) ? said.withoutDigest() : said);
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
    private final CompletionStage<StreamPosition> sent;
    private final byte @Nullable [] digest;

    Published(CompletionStage<StreamPosition> sent, byte @Nullable [] digest) {
      this.sent = sent;
      this.digest = digest;
    }

    CompletionStage<StreamPosition> sent() {
      return sent;
    }

    /** Whether it is known to be there. */
    boolean isAt(long offset) {
      CompletableFuture<StreamPosition> future = sent.toCompletableFuture();
      return future.isDone()
          && !future.isCompletedExceptionally()
          && future.join().offset() == offset;
    }

    Published withoutDigest() {
      return new Published(sent, null);
    }

    CompletionStage<Outcome> of(Draft draft) {
      if (digest != null && !Arrays.equals(digest, draft.digest())) {
        return CompletableFuture.completedFuture(new Outcome.Refused(Refusal.KEY_REUSED));
      }
      return sent.<Outcome>thenApply(position -> new Outcome.Stored(position, true))
          .exceptionally(failure -> new Outcome.Refused(Refusal.UNAVAILABLE));
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
