package fanweb.platform.metrics;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the one registry of this deployment; features register their metrics with it. */
@Dependent
final class MetricsWiring {
  @Produces
  @Singleton
  PrometheusRegistry registry() {
    return new PrometheusRegistry();
  }
}
