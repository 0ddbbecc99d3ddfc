package fanweb.channel;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.IntSupplier;

/** What a channel layer that needs a server counts, for Prometheus. Any thread. */
public final class ChannelMeters {
  private final PrometheusRegistry registry;
  private final Gauge up;
  private final Counter sent;
  private final Counter dropped;
  private final Counter received;
  private final Counter unreadable;

  /** Registers the meters. */
  public ChannelMeters(PrometheusRegistry registry) {
    this.registry = registry;
    up =
        Gauge.builder()
            .name("fanweb_channel_up")
            .help("Whether this node's line to the channel layer's server is up, by direction.")
            .labelNames("line")
            .register(registry);
    sent = counter("fanweb_channel_sent_total", "Publications sent to other nodes.");
    dropped =
        counter(
            "fanweb_channel_dropped_total",
            "Publications not sent to other nodes because the server was away or too slow.");
    received = counter("fanweb_channel_received_total", "Publications heard from other nodes.");
    unreadable =
        counter(
            "fanweb_channel_unreadable_total",
            "What came from other nodes and could not be read, of a later release perhaps.");
  }

  private Counter counter(String name, String help) {
    return Counter.builder().name(name).help(help).withoutExemplars().register(registry);
  }

  /**
   * Shows how many subscriptions there are.
   *
   * @param count asked at each scrape
   */
  public void subscriptions(IntSupplier count) {
    GaugeWithCallback.builder()
        .name("fanweb_channel_subscriptions")
        .help("Channels this node is subscribed to.")
        .callback(callback -> callback.call(count.getAsInt()))
        .register(registry);
  }

  /** A line came up, or went down. */
  public void up(String line, boolean isUp) {
    up.labelValues(line).set(isUp ? 1 : 0);
  }

  /** So many were sent. */
  public void sent(int count) {
    sent.inc(count);
  }

  /** So many were not. */
  public void dropped(int count) {
    dropped.inc(count);
  }

  /** One was heard. */
  public void received() {
    received.inc();
  }

  /** One was heard and not understood. */
  public void unreadable() {
    unreadable.inc();
  }
}
