package fanweb.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.platform.ReadinessCheck;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  private final ExecutorService executor = Executors.newCachedThreadPool();

  private record Check(String name, Work work) implements ReadinessCheck {
    @Override
    public void check() throws Exception {
      work.run();
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void one_check_that_fails_or_hangs_does_not_hide_the_others() {
    CountDownLatch never = new CountDownLatch(1);
    List<ReadinessCheck> checks =
        List.of(
            new Check("hangs", never::await),
            new Check(
                "fails",
                () -> {
                  throw new IllegalStateException("secret");
                }),
            new Check("works", () -> {}));
    List<Readiness.Outcome> outcomes =
        new Readiness(checks, executor, Duration.ofMillis(200)).ask();
    assertThat(Report.of(outcomes).toString())
        .isEqualTo(
            "{\"status\":\"DOWN\",\"checks\":["
                + "{\"name\":\"hangs\",\"status\":\"DOWN\"},"
                + "{\"name\":\"fails\",\"status\":\"DOWN\"},"
                + "{\"name\":\"works\",\"status\":\"UP\"}]}");
  }

  @Test
  void a_stopped_executor_is_down_and_no_exception() {
    executor.shutdownNow();
    Readiness readiness =
        new Readiness(List.of(new Check("x", () -> {})), executor, Duration.ofMillis(200));
    assertThat(Report.isUp(readiness.ask())).isFalse();
  }
}
