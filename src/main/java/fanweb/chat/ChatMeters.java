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
  private final Counter gapsHealed;
  private final Counter eventsFetched;
  private final Counter overruns;
  private final CommitMeters commits;

  /** Registers the meters. */
  public ChatMeters(PrometheusRegistry registry) {
    connections = gauge("fanweb_connections", "Open chat connections.", registry);
    groups = gauge("fanweb_groups_active", "Groups that are open on this node.", registry);
    waiting = gauge("fanweb_polls_waiting", "Long polls that wait for news.", registry);
    publications =
        counter("fanweb_publications_total", "Messages published on this node.", registry);
    deliveries = counter("fanweb_deliveries_total", "Messages handed to connections.", registry);
    endings = endings(registry);
    gapsHealed =
        counter("fanweb_gaps_healed_total", "Gaps that were closed from the journal.", registry);
    eventsFetched =
        counter(
            "fanweb_events_fetched_total",
            "Events that the channel layer did not bring and the journal had.",
            registry);
    overruns =
        counter(
            "fanweb_readers_overrun_total",
            "Readers so slow that their next event had left memory.",
            registry);
    commits = new CommitMeters(registry);
  }

  private static Counter endings(PrometheusRegistry registry) {
    return Counter.builder()
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

  /** A gap was closed with so many events. */
  void healed(long events) {
    gapsHealed.inc();
    eventsFetched.inc(events);
  }

  void overrun() {
    overruns.inc();
  }

  CommitMeters commits() {
    return commits;
  }

  void ended(Ending ending) {
    endings.labelValues(ending.name().toLowerCase(Locale.ROOT)).inc();
  }
}
