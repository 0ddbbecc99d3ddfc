package fanweb.channel;

import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Wraps a layer and drops, repeats or reorders one publication in ten on its way to a subscriber.
 */
final class FaultyChannelLayer implements ChannelLayer<String> {
  /** What goes wrong. */
  enum Fault {
    DROP,
    REPEAT,
    REORDER
  }

  private final ChannelLayer<String> layer;
  private final Fault fault;
  private final ConcurrentMap<Subscriber<String>, Subscriber<String>> faulty =
      new ConcurrentHashMap<>();

  FaultyChannelLayer(ChannelLayer<String> layer, Fault fault) {
    this.layer = layer;
    this.fault = fault;
  }

  @Override
  public StreamPosition groupAdd(GroupName group, Subscriber<String> subscriber) {
    return layer.groupAdd(group, faulty.computeIfAbsent(subscriber, s -> new Faulty(s, fault)));
  }

  @Override
  public void groupDiscard(GroupName group, Subscriber<String> subscriber) {
    layer.groupDiscard(group, faulty.getOrDefault(subscriber, subscriber));
  }

  @Override
  public StreamPosition groupSend(GroupName group, String body) {
    return layer.groupSend(group, body);
  }

  @Override
  public void groupSend(GroupName group, Publication<String> publication) {
    layer.groupSend(group, publication);
  }

  private static final class Faulty implements Subscriber<String> {
    private final Subscriber<String> subscriber;
    private final Fault fault;
    private final Random random = new Random(1);
    private @Nullable Publication<String> late;

    Faulty(Subscriber<String> subscriber, Fault fault) {
      this.subscriber = subscriber;
      this.fault = fault;
    }

    @Override
    public synchronized void receive(Publication<String> publication) {
      if (random.nextInt(10) != 0) {
        subscriber.receive(publication);
        passOnTheLate();
        return;
      }
      switch (fault) {
        case DROP -> {}
        case REPEAT -> {
          subscriber.receive(publication);
          subscriber.receive(publication);
        }
        case REORDER -> {
          passOnTheLate();
          late = publication;
        }
      }
    }

    private void passOnTheLate() {
      if (late != null) {
        subscriber.receive(late);
        late = null;
      }
    }
  }
}
