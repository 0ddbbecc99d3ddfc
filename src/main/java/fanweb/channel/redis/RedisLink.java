package fanweb.channel.redis;

import fanweb.channel.ChannelException;
import fanweb.channel.ChannelMeters;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * This node's link to Redis: one line that sends and one that hears. Nothing here waits for Redis
 * but the link's own two threads; while it is away everything is dropped or fails at once, and what
 * is wanted is subscribed to again when it is back. Any thread.
 */
public final class RedisLink implements AutoCloseable {
  private static final long PACE_NANOS = 3_000_000_000L;

  private final String node;
  private final String root;
  private final ChannelMeters meters;
  private final Outbox outbox = new Outbox();
  private final AtomicBoolean dropping = new AtomicBoolean();
  private final Subscriptions subscriptions = new Subscriptions();
  private final Hearing hearing;
  private final Line sendingLine;
  private final Line hearingLine;

  /**
   * Makes one and connects it, now or as soon as Redis answers.
   *
   * @param node this node's id, without blanks, which no other node ever had
   * @param threads makes its two threads
   */
  public RedisLink(RedisServers servers, String node, ThreadFactory threads, ChannelMeters meters) {
    this.node = node;
    // Pub/Sub knows no databases: two sites that share a server must not hear each other.
    this.root = "fanweb:" + servers.database() + ":";
    this.meters = meters;
    this.hearing = new Hearing(subscriptions, this::ready, this::lost);
    this.sendingLine = new Line("send", servers, meters, new Sending(outbox, meters, new Watch()));
    this.hearingLine = new Line("hear", servers, meters, hearing);
    // A line without any subscription would end.
    CompletableFuture<Void> unused = subscriptions.add(root + "node:" + node, new Nothing());
    meters.subscriptions(subscriptions::size);
    threads.newThread(sendingLine).start();
    threads.newThread(hearingLine).start();
  }

  /** This node's id. */
  String node() {
    return node;
  }

  /** What all names in Redis begin with. */
  String root() {
    return root;
  }

  ChannelMeters meters() {
    return meters;
  }

  /** Hears a channel; completes when it does, or when there is no line. */
  CompletableFuture<Void> subscribe(String channel, Subscriptions.Listener listener) {
    CompletableFuture<Void> inForce = subscriptions.add(channel, listener);
    outbox.wake();
    return inForce;
  }

  /** Hears it no more. */
  void unsubscribe(String channel) {
    subscriptions.remove(channel);
    outbox.wake();
  }

  /** Sends a message, or drops it. */
  void publish(String channel, Envelope envelope) {
    if (!outbox.offer(new Command.Publish(channel, envelope))) {
      noteDropped(1);
    }
  }

  private void noteDropped(int count) {
    dropping.set(true);
    meters.dropped(count);
  }

  /** Runs a script; fails with a {@link ChannelException}. */
  CompletionStage<Object> call(Script script, int keys, List<byte[]> arguments) {
    CompletableFuture<Object> result = new CompletableFuture<>();
    if (!outbox.offer(new Command.Call(script, keys, arguments, result))) {
      result.completeExceptionally(new ChannelException("Redis does not answer", null));
    }
    return result;
  }

  /** The line that sends may hang in a write to a server that is gone. */
  private void lost() {
    sendingLine.cut();
  }

  private void ready() {
    outbox.wake();
    tellOfDrops();
  }

  private void tellOfDrops() {
    subscriptions.listeners().forEach(Subscriptions.Listener::mayHaveMissed);
  }

  /** Ends both lines; what still waits is dropped. */
  @Override
  public void close() {
    hearingLine.stop();
    sendingLine.stop();
    hearing.stop();
    outbox.wake();
  }

  /** Watches over the line that sends, on its thread. */
  private final class Watch implements Sending.Owner {
    private long lastTold = System.nanoTime();

    @Override
    public void between() {
      hearing.adjust();
    }

    @Override
    public void idle() {
      // Whoever hears of it asks the others, which may be too much again.
      long now = System.nanoTime();
      if (now - lastTold > PACE_NANOS && dropping.getAndSet(false)) {
        lastTold = now;
        tellOfDrops();
      }
    }

    @Override
    public void dropped(int count) {
      noteDropped(count);
    }
  }

  private static final class Nothing implements Subscriptions.Listener {
    @Override
    public void received(byte[] payload) {}

    @Override
    public void mayHaveMissed() {}
  }
}
