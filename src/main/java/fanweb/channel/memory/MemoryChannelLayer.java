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
 */
public final class MemoryChannelLayer implements ChannelLayer {
  private final Supplier<String> epochs;
  private final ConcurrentMap<GroupName, Stream> streams = new ConcurrentHashMap<>();

  /**
   * Makes an empty layer.
   *
   * @param epochs gives a name that was never given before at each call
   */
  public MemoryChannelLayer(Supplier<String> epochs) {
    this.epochs = epochs;
  }

  @Override
  public void groupAdd(GroupName group, Subscriber subscriber) {
    streams.compute(
        group,
        (name, known) -> {
          Stream stream = known == null ? new Stream(new StreamPosition(epochs.get(), 0)) : known;
          stream.add(subscriber);
          return stream;
        });
  }

  @Override
  public void groupDiscard(GroupName group, Subscriber subscriber) {
    streams.computeIfPresent(group, (name, stream) -> stream.remove(subscriber) ? null : stream);
  }

  @Override
  public void groupSend(GroupName group, String body) {
    Stream stream = streams.get(group);
    if (stream != null) {
      stream.send(body);
    }
  }

  /** One group's subscribers and the position of what was sent last. Its lock makes the order. */
  private static final class Stream {
    private final List<Subscriber> subscribers = new ArrayList<>(1);
    private StreamPosition head;

    Stream(StreamPosition start) {
      head = start;
    }

    synchronized void add(Subscriber subscriber) {
      if (!subscribers.contains(subscriber)) {
        subscribers.add(subscriber);
      }
    }

    /** Answers whether nobody is left. */
    synchronized boolean remove(Subscriber subscriber) {
      subscribers.remove(subscriber);
      return subscribers.isEmpty();
    }

    synchronized void send(String body) {
      head = head.next();
      Publication publication = new Publication(head, body);
      for (Subscriber subscriber : subscribers) {
        subscriber.receive(publication);
      }
    }
  }
}
