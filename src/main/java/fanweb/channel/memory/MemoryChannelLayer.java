package fanweb.channel.memory;

import fanweb.channel.ChannelLayer;
import fanweb.channel.GroupName;
import fanweb.channel.Publication;
import fanweb.channel.StreamPosition;
import fanweb.channel.Subscribers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Delivers within this node, on the sender's thread. A group's stream begins with its first
 * subscriber and ends with its last; the next one is a new epoch. Drops nothing and knows what it
 * sent, so it remembers nothing.
 *
 * @param <B> what is carried, by reference
 */
public final class MemoryChannelLayer<B> implements ChannelLayer<B> {
  private final Supplier<String> epochs;
  private final ConcurrentMap<GroupName, Stream<B>> streams = new ConcurrentHashMap<>();

  /**
   * Makes an empty layer.
   *
   * @param epochs gives a name that was never given before at each call
   */
  public MemoryChannelLayer(Supplier<String> epochs) {
    this.epochs = epochs;
  }

  @Override
  public void groupAdd(GroupName group, Subscriber<B> subscriber) {
    streams.compute(
        group,
        (name, known) -> {
          Stream<B> stream = known == null ? newStream() : known;
          stream.subscribers.add(subscriber);
          return stream;
        });
  }

  @Override
  public void groupDiscard(GroupName group, Subscriber<B> subscriber) {
    streams.computeIfPresent(
        group, (name, stream) -> stream.subscribers.remove(subscriber) ? null : stream);
  }

  @Override
  public CompletionStage<StreamPosition> groupSend(GroupName group, B body, @Nullable String once) {
    return CompletableFuture.completedFuture(stream(group).send(body));
  }

  @Override
  public void groupSend(GroupName group, Publication<B> publication) {
    Stream<B> stream = streams.get(group);
    if (stream != null) {
      stream.subscribers.receive(publication);
    }
  }

  @Override
  public CompletionStage<Recent<B>> groupRecent(GroupName group) {
    return CompletableFuture.completedFuture(new Recent<>(stream(group).head(), List.of()));
  }

  /** The group's stream; for a group without subscribers one that nobody else will see. */
  private Stream<B> stream(GroupName group) {
    Stream<B> stream = streams.get(group);
    return stream == null ? newStream() : stream;
  }

  private Stream<B> newStream() {
    return new Stream<>(new StreamPosition(epochs.get(), 0));
  }

  /** One group's subscribers and the position of what was sent last. Its lock makes the order. */
  private static final class Stream<B> {
    private final Subscribers<B> subscribers = new Subscribers<>();
    private StreamPosition head;

    Stream(StreamPosition start) {
      head = start;
    }

    synchronized StreamPosition head() {
      return head;
    }

    synchronized StreamPosition send(B body) {
      head = head.next();
      subscribers.receive(new Publication<>(head, body));
      return head;
    }
  }
}
