package fanweb.chat;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** What is counted of storing what is said. Any thread. */
final class CommitMeters {
  private static final double NANOS_PER_SECOND = 1e9;

  /** A batch may have hundreds, when many wait for a slow disk. */
  private static final double[] BATCH_SIZES = {1, 2, 5, 10, 20, 50, 100, 200, 500};

  /** From a disk that only notes a commit to one that is very busy: drafts wait five seconds. */
  private static final double[] SECONDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5
  };

  private final Gauge waiting;
  private final Histogram batchSize;
  private final Histogram duration;

  /** Registers the meters. */
  CommitMeters(PrometheusRegistry registry) {
    waiting =
        Gauge.builder()
            .name("fanweb_drafts_waiting")
            .help("Messages that wait for a commit.")
            .register(registry);
    batchSize =
        histogram("fanweb_commit_batch_size", "Messages in a commit.", BATCH_SIZES, registry);
    duration =
        histogram("fanweb_commit_duration_seconds", "How long commits took.", SECONDS, registry);
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

  void waits(int more) {
    waiting.inc(more);
  }

  void committed(int messages, long nanos) {
    batchSize.observe(messages);
    duration.observe(nanos / NANOS_PER_SECOND);
  }
}
