package fanweb.channel.redis;

import fanweb.channel.ChannelException;
import fanweb.channel.ChannelMeters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;

/** The line that sends: what waits in the outbox leaves together, and its answers come together. */
final class Sending implements Line.Work {
  private static final long IDLE_MILLIS = 1_000;

  private final Outbox outbox;
  private final ChannelMeters meters;
  private final Owner owner;
  private List<Command> underWay = List.of();
  private @Nullable Scripts scripts;

  Sending(Outbox outbox, ChannelMeters meters, Owner owner) {
    this.outbox = outbox;
    this.meters = meters;
    this.owner = owner;
  }

  @Override
  public void begin(Jedis jedis) {
    scripts = new Scripts(jedis);
    outbox.open();
  }

  @Override
  public void goOn(Jedis jedis) {
    underWay = take();
    owner.between();
    if (underWay.isEmpty()) {
      // A line that nobody uses may be gone for long before anybody notices.
      jedis.ping();
      owner.idle();
    } else {
      send(jedis, underWay);
      underWay = List.of();
    }
  }

  private List<Command> take() {
    try {
      return outbox.take(IDLE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelException("interrupted", e);
    }
  }

  private void send(Jedis jedis, List<Command> batch) {
    Pipeline pipeline = jedis.pipelined();
    List<Response<?>> answers = new ArrayList<>(batch.size());
    Scripts known = scripts;
    for (Command command : batch) {
      if (known != null) {
        answers.add(command.write(pipeline, known));
      }
    }
    pipeline.sync();
    int published = 0;
    for (int i = 0; i < batch.size(); i++) {
      Object answer = answers.get(i).get();
      if (batch.get(i) instanceof Command.Call call) {
        call.result().complete(answer);
      } else {
        published++;
      }
    }
    meters.sent(published);
  }

  @Override
  public void end() {
    List<Command> lost = new ArrayList<>(underWay);
    lost.addAll(outbox.shut());
    underWay = List.of();
    int dropped = 0;
    for (Command command : lost) {
      if (command instanceof Command.Call call) {
        call.result().completeExceptionally(new ChannelException("Redis does not answer"));
      } else {
        dropped++;
      }
    }
    if (dropped > 0) {
      owner.dropped(dropped);
    }
  }

  /** Hears how it goes, on the thread of the line. */
  interface Owner {
    /** Called between two batches, and about once a second when there are none. */
    void between();

    /** Redis answers and nothing waits. */
    void idle();

    /** So many messages did not leave. */
    void dropped(int count);
  }
}
