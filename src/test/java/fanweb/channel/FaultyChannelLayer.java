package fanweb.channel;

import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Wraps a layer and drops, repeats or reorders one publication in ten on its way to a subscriber.
 */
final class FaultyChannelLayer implements ChannelLayer {
  /** What goes wrong. */
  enum Fault {
    DROP,
    REPEAT,
    REORDER
  }

  private final ChannelLayer layer;
  private final Fault fault;
  private final ConcurrentMap<Subscriber, Subscriber> faulty = new ConcurrentHashMap<>();

  FaultyChannelLayer(ChannelLayer layer, Fault fault) {
    this.layer = layer;
    this.fault = fault;
  }

  @Override
  public void groupAdd(GroupName group, Subscriber subscriber) {
    layer.groupAdd(group, faulty.computeIfAbsent(subscriber, s -> new Faulty(s, fault)));
  }

  @Override
  public void groupDiscard(GroupName group, Subscriber subscriber) {
    layer.groupDiscard(group, faulty.getOrDefault(subscriber, subscriber));
  }

  @Override
  public void groupSend(GroupName group, String body) {
    layer.groupSend(group, body);
  }

  private static final class Faulty implements Subscriber {
    private final Subscriber subscriber;
    private final Fault fault;
    private final Random random = new Random(1);
    private @Nullable Publication late;

    Faulty(Subscriber subscriber, Fault fault) {
      this.subscriber = subscriber;
      this.fault = fault;
    }

    @Override
    public synchronized void receive(Publication publication) {
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
