package fanweb.channel.redis;

import fanweb.channel.Encoding;
import fanweb.channel.Publication;
import fanweb.channel.StreamPosition;
import fanweb.channel.Subscribers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A group with subscribers on this node.
 *
 * @param <B> what is carried
 */
final class RedisGroup<B> implements Subscriptions.Listener {
  private static final Logger LOG = System.getLogger(RedisGroup.class.getName());

  private final RedisLink link;
  private final Encoding<B> encoding;
  private final Subscribers<B> subscribers = new Subscribers<>();
  private volatile CompletableFuture<Void> inForce = CompletableFuture.completedFuture(null);
  private volatile @Nullable StreamPosition seen;

  RedisGroup(RedisLink link, Encoding<B> encoding) {
    this.link = link;
    this.encoding = encoding;
  }

  Subscribers<B> subscribers() {
    return subscribers;
  }

  /** Completes when what is sent arrives here. */
  CompletableFuture<Void> inForce() {
    return inForce;
  }

  void inForce(CompletableFuture<Void> confirmation) {
    inForce = confirmation;
  }

  /** Notes where Redis' numbering stood. */
  synchronized void saw(StreamPosition position) {
    StreamPosition known = seen;
    if (known == null
        || !known.epoch().equals(position.epoch())
        || known.offset() < position.offset()) {
      seen = position;
    }
  }

  /** The furthest position that Redis was seen to have given. */
  Optional<StreamPosition> seen() {
    return Optional.ofNullable(seen);
  }

  @Override
  public void received(byte[] payload) {
    Optional<Envelope> envelope = Envelope.parse(payload);
    if (envelope.isEmpty()) {
      link.meters().unreadable();
    }
    envelope.filter(one -> !isEcho(one)).ifPresent(this::received);
  }

  /** What this node numbered itself was delivered before it was sent. */
  private boolean isEcho(Envelope envelope) {
    return envelope.numbering() == Envelope.Numbering.SENDER && envelope.node().equals(link.node());
  }

  private void received(Envelope envelope) {
    if (envelope.numbering() == Envelope.Numbering.LAYER) {
      saw(envelope.position());
    }
    Optional<Publication<B>> publication = open(envelope, encoding);
    if (publication.isEmpty()) {
      link.meters().unreadable();
    } else {
      link.meters().received();
      subscribers.receive(publication.get());
    }
  }

  /** What is in an envelope; nothing when it is of a kind that is not known here. */
  static <B> Optional<Publication<B>> open(Envelope envelope, Encoding<B> encoding) {
    try {
      return Optional.of(new Publication<>(envelope.position(), encoding.decode(envelope.body())));
    } catch (IllegalArgumentException e) {
      LOG.log(Level.DEBUG, "event=channel_unreadable node=" + envelope.node(), e);
      return Optional.empty();
    }
  }

  @Override
  public void mayHaveMissed() {
    subscribers.mayHaveMissed();
  }
}
