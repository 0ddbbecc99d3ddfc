package fanweb.channel.redis;

import fanweb.channel.ChannelMeters;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Keeps one connection to Redis: connects, works on it, and connects again after a while when it
 * broke, for as long as it is not stopped. Runs on a thread of its own.
 */
final class Line implements Runnable {
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  /** A line that held so long was no failed attempt. */
  private static final long STEADY_NANOS = 5_000_000_000L;

  private static final Logger LOG = System.getLogger(Line.class.getName());

  private final String name;
  private final RedisServers servers;
  private final ChannelMeters meters;
  private final Work work;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Jedis current;
  private long pauseMillis = FIRST_PAUSE_MILLIS;
  private boolean isUp;
  private long upSince;
  private boolean failing;

  /** Whether the log says that it is up. */
  private boolean told;

  Line(String name, RedisServers servers, ChannelMeters meters, Work work) {
    this.name = name;
    this.servers = servers;
    this.meters = meters;
    this.work = work;
    meters.up(name, false);
  }

  @Override
  public void run() {
    while (!isStopped()) {
      try (Jedis jedis = servers.connect()) {
        current = jedis;
        work.begin(jedis);
        up();
        while (!isStopped()) {
          work.goOn(jedis);
        }
      } catch (RuntimeException | Error e) {
        down(e);
      } finally {
        current = null;
        isUp = false;
        meters.up(name, false);
        work.end();
      }
      pause();
    }
  }

  private void up() {
    isUp = true;
    upSince = System.nanoTime();
    LOG.log(
        told ? Level.DEBUG : Level.INFO, "event=channel_up line=" + name + " server=" + servers);
    told = true;
    meters.up(name, true);
  }

  /** One line in the log until it holds again, not one for each attempt. */
  private void down(Throwable e) {
    if (isStopped()) {
      return;
    }
    if (isUp && System.nanoTime() - upSince > STEADY_NANOS) {
      failing = false;
      pauseMillis = FIRST_PAUSE_MILLIS;
    }
    boolean expected = e instanceof JedisException;
    Level level = failing ? Level.DEBUG : Level.WARNING;
    told &= failing;
    String event = "event=channel_down line=" + name + " server=" + servers + " cause=" + e;
    if (expected) {
      LOG.log(level, event);
    } else {
      LOG.log(level, event, e);
    }
    failing = true;
  }

  private void pause() {
    try {
      if (!stopped.await(pauseMillis, TimeUnit.MILLISECONDS)) {
        pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      // The server stops.
      stop();
    }
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /** Breaks the connection, if there is one, also while it is written to. Any thread. */
  void cut() {
    Jedis jedis = current;
    if (jedis != null) {
      try {
        jedis.getConnection().forceDisconnect();
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "event=channel_line_broken", e);
      }
    }
  }

  /** Lets what is under way come to its end. Any thread. */
  void stop() {
    stopped.countDown();
  }

  /** What is done on a connection, by the line's thread. What it throws ends the connection. */
  interface Work {
    /** The connection is new. */
    void begin(Jedis jedis);

    /** Called again and again; returns after some seconds at most. */
    void goOn(Jedis jedis);

    /** The connection is no more, if there was one. */
    void end();
  }
}
