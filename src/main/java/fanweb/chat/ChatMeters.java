package fanweb.chat;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Locale;

/** What the chat counts, for Prometheus. Any thread. */
public final class ChatMeters {
  private final Gauge connections;
  private final Gauge groups;
  private final Gauge waiting;
  private final Counter publications;
  private final Counter deliveries;
  private final Counter endings;

  /** Registers the meters. */
  public ChatMeters(PrometheusRegistry registry) {
    connections = gauge("fanweb_connections", "Open chat connections.", registry);
    groups = gauge("fanweb_groups_active", "Groups that are open on this node.", registry);
    waiting = gauge("fanweb_polls_waiting", "Long polls that wait for news.", registry);
    publications =
        counter("fanweb_publications_total", "Messages published on this node.", registry);
    deliveries = counter("fanweb_deliveries_total", "Messages handed to connections.", registry);
    endings =
        Counter.builder()
            .name("fanweb_connections_ended_total")
            .help("Connections ended by the server, by reason.")
            .labelNames("reason")
            .withoutExemplars()
            .register(registry);
  }

  private static Gauge gauge(String name, String help, PrometheusRegistry registry) {
    return Gauge.builder().name(name).help(help).register(registry);
  }

  private static Counter counter(String name, String help, PrometheusRegistry registry) {
    return Counter.builder().name(name).help(help).withoutExemplars().register(registry);
  }

  void joined() {
    connections.inc();
  }

  void left() {
    connections.dec();
  }

  void opened() {
    groups.inc();
  }

  void closed() {
    groups.dec();
  }

  void waits(int more) {
    waiting.inc(more);
  }

  void published() {
    publications.inc();
  }

  void delivered(long messages) {
    deliveries.inc(messages);
  }

  void ended(Ending ending) {
    endings.labelValues(ending.name().toLowerCase(Locale.ROOT)).inc();
  }
}
