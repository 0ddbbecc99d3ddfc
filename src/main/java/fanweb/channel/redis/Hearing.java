package fanweb.channel.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.BinaryJedisPubSub;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The line that hears: waits for messages, while the one that sends changes its subscriptions and
 * sees to it that something comes now and then.
 */
final class Hearing implements Line.Work {
  private static final Logger LOG = System.getLogger(Hearing.class.getName());

  private static final long PING_NANOS = 1_000_000_000L;

  private final Subscriptions subscriptions;
  private final Runnable ready;
  private final Runnable lost;
  private List<String> channels = List.of();
  private volatile @Nullable PubSub current;

  /**
   * Makes one.
   *
   * @param subscriptions never empty
   * @param ready called when the subscriptions of a new line are in force
   * @param lost called when there is no line any more
   */
  Hearing(Subscriptions subscriptions, Runnable ready, Runnable lost) {
    this.subscriptions = subscriptions;
    this.ready = ready;
    this.lost = lost;
  }

  @Override
  public void begin(Jedis jedis) {
    channels = subscriptions.begin();
  }

  /** Returns when it is stopped; a line on which nothing comes for some seconds is dead. */
  @Override
  public void goOn(Jedis jedis) {
    PubSub line = new PubSub(channels.size());
    current = line;
    jedis.subscribe(line, bytes(channels));
  }

  @Override
  public void end() {
    current = null;
    subscriptions.end();
    lost.run();
  }

  /** Sends what has changed, and a ping when it is time. Called again and again by one thread. */
  void adjust() {
    PubSub line = current;
    if (line == null || !line.isReady()) {
      return;
    }
    Subscriptions.Changes changes = subscriptions.changes(line.life);
    try {
      if (!changes.subscribe().isEmpty()) {
        line.subscribe(bytes(changes.subscribe()));
      }
      if (!changes.unsubscribe().isEmpty()) {
        line.unsubscribe(bytes(changes.unsubscribe()));
      }
      line.pingIfDue();
    } catch (JedisException e) {
      // Whoever waits for messages finds out too, and begins anew.
      LOG.log(Level.DEBUG, "event=channel_line_broken", e);
    }
  }

  /** Ends the wait. */
  void stop() {
    PubSub line = current;
    try {
      if (line != null && line.isReady()) {
        line.unsubscribe();
      }
    } catch (JedisException e) {
      LOG.log(Level.DEBUG, "event=channel_line_broken", e);
    }
  }

  private static byte[][] bytes(List<String> channels) {
    return channels.stream()
        .map(channel -> channel.getBytes(StandardCharsets.UTF_8))
        .toArray(byte[][]::new);
  }

  private final class PubSub extends BinaryJedisPubSub {
    private final long life = subscriptions.life();
    private int missing;
    private volatile boolean isReady;
    private long lastPing = System.nanoTime();

    /**
     * One that is not ready.
     *
     * @param missing subscriptions that have to be confirmed until it is
     */
    PubSub(int missing) {
      this.missing = missing;
    }

    boolean isReady() {
      return isReady;
    }

    void pingIfDue() {
      long now = System.nanoTime();
      if (now - lastPing >= PING_NANOS) {
        lastPing = now;
        ping();
      }
    }

    @Override
    public void onSubscribe(byte[] channel, int count) {
      subscriptions.confirmed(new String(channel, StandardCharsets.UTF_8));
      if (!isReady && --missing == 0) {
        isReady = true;
        ready.run();
      }
    }

    @Override
    public void onMessage(byte[] channel, byte[] message) {
      Subscriptions.Listener listener =
          subscriptions.listener(new String(channel, StandardCharsets.UTF_8));
      if (listener != null) {
        receive(listener, message);
      }
    }

    /** One who cannot take it in keeps nobody else from hearing. */
    private void receive(Subscriptions.Listener listener, byte[] message) {
      try {
        listener.received(message);
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "event=channel_message_not_taken", e);
      }
    }
  }
}
