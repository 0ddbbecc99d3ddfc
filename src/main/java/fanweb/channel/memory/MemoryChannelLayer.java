package fanweb.channel.memory;

import fanweb.channel.ChannelLayer;
import fanweb.channel.GroupName;
import fanweb.channel.Publication;
import fanweb.channel.StreamPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Delivers within this node, on the sender's thread. A group's stream begins with its first
 * subscriber and ends with its last; the next one is a new epoch.
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
  public StreamPosition groupAdd(GroupName group, Subscriber<B> subscriber) {
    StreamPosition[] head = new StreamPosition[1];
    streams.compute(
        group,
        (name, known) -> {
          Stream<B> stream = known == null ? newStream() : known;
          head[0] = stream.add(subscriber);
          return stream;
        });
    return head[0];
  }

  @Override
  public void groupDiscard(GroupName group, Subscriber<B> subscriber) {
    streams.computeIfPresent(group, (name, stream) -> stream.remove(subscriber) ? null : stream);
  }

  @Override
  public StreamPosition groupSend(GroupName group, B body) {
    Stream<B> stream = streams.get(group);
    return (stream == null ? newStream() : stream).send(body);
  }

  @Override
  public void groupSend(GroupName group, Publication<B> publication) {
    Stream<B> stream = streams.get(group);
    if (stream != null) {
      stream.deliver(publication);
    }
  }

  private Stream<B> newStream() {
    return new Stream<>(new StreamPosition(epochs.get(), 0));
  }

  /** One group's subscribers and the position of what was sent last. Its lock makes the order. */
  private static final class Stream<B> {
    private final List<Subscriber<B>> subscribers = new ArrayList<>(1);
    private StreamPosition head;

    Stream(StreamPosition start) {
      head = start;
    }

    synchronized StreamPosition add(Subscriber<B> subscriber) {
      if (!subscribers.contains(subscriber)) {
        subscribers.add(subscriber);
      }
      return head;
    }

    /** Answers whether nobody is left. */
    synchronized boolean remove(Subscriber<B> subscriber) {
      subscribers.remove(subscriber);
      return subscribers.isEmpty();
    }

    synchronized StreamPosition send(B body) {
      head = head.next();
      deliver(new Publication<>(head, body));
      return head;
    }

    synchronized void deliver(Publication<B> publication) {
      for (Subscriber<B> subscriber : subscribers) {
        subscriber.receive(publication);
      }
    }
  }
}
