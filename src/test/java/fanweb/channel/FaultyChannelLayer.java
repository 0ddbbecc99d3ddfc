package fanweb.channel;

import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Wraps a layer and drops, repeats or reorders one publication in ten on its way to a subscriber.
 */
final class FaultyChannelLayer extends PassingLayer<String> {
  /** What goes wrong. */
  enum Fault {
    DROP,
    REPEAT,
    REORDER
  }

  private final Fault fault;
  private final ConcurrentMap<Subscriber<String>, Subscriber<String>> faulty =
      new ConcurrentHashMap<>();

  FaultyChannelLayer(ChannelLayer<String> layer, Fault fault) {
    super(layer);
    this.fault = fault;
  }

  @Override
  public void groupAdd(GroupName group, Subscriber<String> subscriber) {
    super.groupAdd(group, faulty.computeIfAbsent(subscriber, s -> new Faulty(s, fault)));
  }

  @Override
  public void groupDiscard(GroupName group, Subscriber<String> subscriber) {
    super.groupDiscard(group, faulty.getOrDefault(subscriber, subscriber));
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
