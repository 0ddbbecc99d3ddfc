package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

@SharedServer
class HealthIT {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.packaged();
  }

  @Test
  void the_process_says_that_it_lives() {
    HttpResponse<String> live = Site.get("/health/live");
    assertThat(live.statusCode()).isEqualTo(200);
    assertThat(live.body()).isEqualTo("{\"status\":\"UP\",\"checks\":[]}");
  }

  @Test
  void the_node_is_ready_with_its_database() {
    HttpResponse<String> ready = Site.get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).contains("{\"name\":\"database\",\"status\":\"UP\"}");
  }

  @Test
  void metrics_are_in_the_text_format_of_prometheus() {
    HttpResponse<String> metrics = Site.get("/metrics");
    assertThat(metrics.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/plain; version=0.0.4");
    assertThat(metrics.body()).contains("# TYPE ");
  }

  @Test
  void the_chat_tells_its_metrics_from_the_start() {
    try (JsonClient client = JsonClient.connect("/ws/" + UUID.randomUUID() + "/")) {
      client.join();
      client.publish("counted");
    }
    assertThat(Metrics.value("", "fanweb_commit_batch_size_count")).isPositive();
    assertThat(Metrics.value("", "fanweb_commit_duration_seconds_count")).isPositive();
    assertThat(Metrics.value("", "fanweb_drafts_waiting")).isZero();
    assertThat(Metrics.value("", "fanweb_gaps_healed_total")).isZero();
    assertThat(Metrics.value("", "fanweb_events_fetched_total")).isZero();
    assertThat(Metrics.value("", "fanweb_readers_overrun_total")).isZero();
  }
}
