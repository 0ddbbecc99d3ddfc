package fanweb.channel.redis;

import fanweb.channel.ChannelException;
import fanweb.channel.ChannelMeters;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;

/** The line that sends: what waits in the outbox leaves together, and its answers come together. */
final class Sending implements Line.Work {
  private static final long IDLE_MILLIS = 1_000;

  /** How errors begin that end with a new connection: to the new master, or with the scripts. */
  private static final List<String> ELSEWHERE =
      List.of("READONLY", "NOSCRIPT", "LOADING", "MASTERDOWN", "NOAUTH");

  private static final Logger LOG = System.getLogger(Sending.class.getName());

  private final Outbox outbox;
  private final ChannelMeters meters;
  private final Owner owner;
  private List<Command> underWay = List.of();
  private @Nullable Scripts scripts;
  private boolean refused;

  Sending(Outbox outbox, ChannelMeters meters, Owner owner) {
    this.outbox = outbox;
    this.meters = meters;
    this.owner = owner;
  }

  @Override
  public void begin(Jedis jedis) {
    scripts = new Scripts(jedis);
    refused = false;
    outbox.open();
  }

  @Override
  public void goOn(Jedis jedis) {
    underWay = take();
    owner.between();
    if (underWay.isEmpty()) {
      // A line that nobody uses may be gone for long before anybody notices.
      jedis.ping();
    } else {
      send(jedis);
    }
    if (outbox.isEmpty()) {
      owner.idle();
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

  private void send(Jedis jedis) {
    Scripts known = Objects.requireNonNull(scripts);
    Pipeline pipeline = jedis.pipelined();
    List<Response<?>> answers = new ArrayList<>(underWay.size());
    underWay.forEach(command -> answers.add(command.write(pipeline, known)));
    pipeline.sync();
    List<Command> answered = underWay;
    underWay = List.of();
    JedisDataException refusal = null;
    for (int i = 0; i < answered.size(); i++) {
      try {
        settle(answered.get(i), answers.get(i).get());
      } catch (JedisDataException e) {
        lost(List.of(answered.get(i)), e);
        refusal = e;
      }
    }
    if (refusal != null) {
      complain(refusal);
    }
  }

  private void settle(Command command, Object answer) {
    if (command instanceof Command.Call call) {
      call.result().complete(answer);
    } else {
      meters.sent(1);
    }
  }

  /** Another server may do better; what this one has against a single command harms no other. */
  private void complain(JedisDataException refusal) {
    String message = String.valueOf(refusal.getMessage());
    if (ELSEWHERE.stream().anyMatch(message::startsWith)) {
      throw refusal;
    }
    LOG.log(refused ? Level.DEBUG : Level.WARNING, "event=channel_refused cause=" + refusal);
    refused = true;
  }

  @Override
  public void end() {
    List<Command> left = new ArrayList<>(underWay);
    left.addAll(outbox.shut());
    underWay = List.of();
    lost(left, null);
  }

  private void lost(List<Command> commands, @Nullable Exception cause) {
    int dropped = 0;
    for (Command command : commands) {
      if (command instanceof Command.Call call) {
        call.result().completeExceptionally(new ChannelException("Redis does not answer", cause));
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

    /** Redis answers and nothing waits; called after each batch and about once a second. */
    void idle();

    /** So many messages did not leave. */
    void dropped(int count);
  }
}
