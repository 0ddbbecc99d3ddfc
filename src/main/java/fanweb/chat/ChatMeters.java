package fanweb.chat;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Locale;

/** What the chat counts, for Prometheus. Any thread. */
public final class ChatMeters {
  private static final double NANOS_PER_SECOND = 1e9;

  /** A batch may have hundreds, when many wait for a slow disk. */
  private static final double[] BATCH_SIZES = {1, 2, 5, 10, 20, 50, 100, 200, 500};

  /** From a disk that only notes a commit to one that is very busy: drafts wait five seconds. */
  private static final double[] COMMIT_SECONDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5
  };

  private final Gauge connections;
  private final Gauge groups;
  private final Gauge waiting;
  private final Counter publications;
  private final Counter deliveries;
  private final Counter endings;
  private final Counter gapsHealed;
  private final Counter eventsFetched;
  private final Counter overruns;
  private final Gauge draftsWaiting;
  private final Histogram batchSize;
  private final Histogram commitTime;

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
    draftsWaiting = gauge("fanweb_drafts_waiting", "Messages that wait for a commit.", registry);
    batchSize =
        histogram("fanweb_commit_batch_size", "Messages in a commit.", BATCH_SIZES, registry);
    commitTime =
        histogram(
            "fanweb_commit_duration_seconds", "How long commits took.", COMMIT_SECONDS, registry);
  }

  private static Histogram histogram(
      String name, String help, double[] bounds, PrometheusRegistry registry) {
    return Histogram.builder()
        .name(name)
        .help(help)
        .classicOnly()
        .classicUpperBounds(bounds)
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

  void draftsWait(int more) {
    draftsWaiting.inc(more);
  }

  void committed(int messages, long nanos) {
    batchSize.observe(messages);
    commitTime.observe(nanos / NANOS_PER_SECOND);
  }

  void ended(Ending ending) {
    endings.labelValues(ending.name().toLowerCase(Locale.ROOT)).inc();
  }
}
