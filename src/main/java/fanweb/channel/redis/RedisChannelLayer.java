package fanweb.channel.redis;

import fanweb.channel.ChannelLayer;
import fanweb.channel.Encoding;
import fanweb.channel.GroupName;
import fanweb.channel.Publication;
import fanweb.channel.StreamPosition;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Delivers on all nodes that have the same Redis. What its sender numbered reaches the subscribers
 * on this node on the sender's thread, with Redis or without, and those on other nodes through
 * Redis; what Redis numbers reaches all of them through Redis, in its order. A stream that Redis
 * numbers outlives its subscribers by an hour, and goes on where it stood when somebody comes back.
 *
 * @param <B> what is carried
 */
public final class RedisChannelLayer<B> implements ChannelLayer<B> {
  private static final long PATIENCE_MILLIS = 1_000;
  private static final Logger LOG = System.getLogger(RedisChannelLayer.class.getName());

  private final RedisLink link;
  private final String kind;
  private final Encoding<B> encoding;
  private final Supplier<String> epochs;
  private final ConcurrentMap<GroupName, RedisGroup<B>> groups = new ConcurrentHashMap<>();

  /**
   * Makes an empty layer.
   *
   * @param kind tells it from other layers on the same link
   * @param epochs gives a name that was never given before at each call, without blanks
   */
  public RedisChannelLayer(
      RedisLink link, String kind, Encoding<B> encoding, Supplier<String> epochs) {
    this.link = link;
    this.kind = kind;
    this.encoding = encoding;
    this.epochs = epochs;
  }

  @Override
  public void groupAdd(GroupName group, Subscriber<B> subscriber) {
    List<RedisGroup<B>> subscribed = new ArrayList<>(1);
    groups.compute(
        group,
        (name, known) -> {
          RedisGroup<B> held = known == null ? new RedisGroup<>(link, encoding) : known;
          held.subscribers().add(subscriber);
          if (known == null) {
            held.inForce(link.subscribe(channel(name), held));
          }
          subscribed.add(held);
          return held;
        });
    waitFor(group, subscribed.get(0));
  }

  private static void waitFor(GroupName group, RedisGroup<?> held) {
    try {
      held.inForce().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.log(Level.DEBUG, "event=channel_subscription_late group=" + group);
      CompletableFuture<Void> unused = held.inForce().thenRun(held::mayHaveMissed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void groupDiscard(GroupName group, Subscriber<B> subscriber) {
    groups.computeIfPresent(
        group,
        (name, held) -> {
          if (!held.subscribers().remove(subscriber)) {
            return held;
          }
          link.unsubscribe(channel(name));
          return null;
        });
  }

  @Override
  public CompletionStage<StreamPosition> groupSend(GroupName group, B body, @Nullable String once) {
    List<byte[]> arguments = stand(group);
    int keys = once == null ? 2 : 3;
    if (once != null) {
      arguments.add(2, bytes(link.root() + kind + ":once:" + group + ":" + once));
    }
    arguments.add(bytes(channel(group)));
    arguments.add(bytes(Envelope.head(Envelope.Numbering.LAYER, link.node())));
    arguments.add(encoding.encode(body));
    arguments.add(bytes(Long.toString(encoding.erases(body))));
    return link.call(Script.SEND, keys, arguments).thenApply(answer -> position(group, answer));
  }

  @Override
  public void groupSend(GroupName group, Publication<B> publication) {
    RedisGroup<B> held = groups.get(group);
    if (held != null) {
      held.subscribers().receive(publication);
    }
    Envelope envelope =
        new Envelope(
            Envelope.Numbering.SENDER,
            link.node(),
            publication.position(),
            encoding.encode(publication.body()));
    link.publish(channel(group), envelope);
  }

  @Override
  public CompletionStage<Recent<B>> groupRecent(GroupName group) {
    return link.call(Script.RECENT, 2, stand(group)).thenApply(answer -> recent(group, answer));
  }

  /** The keys of a group's stream, and what is known of it here. */
  private List<byte[]> stand(GroupName group) {
    RedisGroup<B> held = groups.get(group);
    StreamPosition seen =
        held == null ? new StreamPosition("", 0) : held.seen().orElse(new StreamPosition("", 0));
    List<byte[]> arguments = new ArrayList<>();
    arguments.add(bytes(link.root() + kind + ":stream:" + group));
    arguments.add(bytes(link.root() + kind + ":recent:" + group));
    arguments.add(bytes(epochs.get()));
    arguments.add(bytes(seen.epoch()));
    arguments.add(bytes(Long.toString(seen.offset())));
    return arguments;
  }

  private Recent<B> recent(GroupName group, Object answer) {
    List<?> parts = (List<?>) answer;
    List<Publication<B>> latest = new ArrayList<>();
    for (Object message : (List<?>) parts.get(2)) {
      Optional<Publication<B>> one =
          Envelope.parse((byte[]) message).flatMap(envelope -> RedisGroup.open(envelope, encoding));
      if (one.isEmpty()) {
        // What comes before it cannot be told without a gap.
        latest.clear();
      }
      one.ifPresent(latest::add);
    }
    return new Recent<>(position(group, answer), latest);
  }

  private StreamPosition position(GroupName group, Object answer) {
    List<?> parts = (List<?>) answer;
    String offset = new String((byte[]) parts.get(1), StandardCharsets.US_ASCII);
    StreamPosition position =
        new StreamPosition(
            new String((byte[]) parts.get(0), StandardCharsets.UTF_8), Long.parseLong(offset));
    RedisGroup<B> held = groups.get(group);
    if (held != null) {
      held.saw(position);
    }
    return position;
  }

  private String channel(GroupName group) {
    return link.root() + kind + ":" + group;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
