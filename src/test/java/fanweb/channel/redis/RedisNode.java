package fanweb.channel.redis;

import static org.awaitility.Awaitility.await;

import fanweb.channel.ChannelLayer;
import fanweb.channel.ChannelMeters;
import fanweb.channel.Encoding;
import fanweb.system.Redis;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import redis.clients.jedis.HostAndPort;

/** A node's link to a Redis of the test's, and layers that carry texts over it. */
final class RedisNode implements AutoCloseable {
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final RedisLink link;

  RedisNode(RedisServers servers) {
    link =
        new RedisLink(
            servers, UUID.randomUUID().toString(), Thread::new, new ChannelMeters(registry));
  }

  /** Waits until both lines are up. */
  RedisNode awaitUp() {
    await().until(() -> meter("fanweb_channel_up") == 2);
    return this;
  }

  static RedisServers servers(Redis redis, int database) {
    return new RedisServers(
        List.of(new HostAndPort("127.0.0.1", redis.port())), null, false, null, null, database);
  }

  ChannelLayer<String> newLayer() {
    return new RedisChannelLayer<>(
        link, "test-" + UUID.randomUUID(), new Texts(), () -> UUID.randomUUID().toString());
  }

  ChannelLayer<String> newLayer(String kind) {
    return new RedisChannelLayer<>(link, kind, new Texts(), () -> UUID.randomUUID().toString());
  }

  /** What a meter without labels shows. */
  double meter(String name) {
    return registry.scrape(name::equals).stream()
        .flatMap(snapshot -> snapshot.getDataPoints().stream())
        .mapToDouble(
            point ->
                point
                        instanceof
                        io.prometheus.metrics.model.snapshots.CounterSnapshot
                                .CounterDataPointSnapshot
                            counter
                    ? counter.getValue()
                    : ((io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot)
                            point)
                        .getValue())
        .sum();
  }

  @Override
  public void close() {
    link.close();
  }

  /** Texts as UTF-8; {@code erase N} erases. */
  private static final class Texts implements Encoding<String> {
    @Override
    public byte[] encode(String body) {
      return body.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String decode(byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public long erases(String body) {
      return body.startsWith("erase ") ? Long.parseLong(body.substring(6)) : 0;
    }
  }
}
