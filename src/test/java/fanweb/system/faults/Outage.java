package fanweb.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.system.LaunchedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;

/** A time without a database, as a server's clients and whoever watches it see it. */
final class Outage {
  private final LaunchedServer server;
  private final Crowd crowd;
  private String name = "";
  private Stopwatch outage = Stopwatch.start();
  private int refusals;

  Outage(LaunchedServer server, Crowd crowd) {
    this.server = server;
    this.crowd = crowd;
  }

  /** Waits until all is well: ready, everybody in, messages acknowledged. */
  void awaitHealth() {
    awaitThat(() -> ready() == 200);
    crowd.awaitAllIn();
    int before = crowd.sum(ClientLog::acked);
    awaitThat(() -> crowd.sum(ClientLog::acked) > before + crowd.talkers().size());
  }

  /** The database has gone. */
  void begin(String what) {
    name = what;
    outage = Stopwatch.start();
    refusals = crowd.sum(ClientLog::temporary);
  }

  boolean lasts(Duration time) {
    return outage.hasReached(time);
  }

  /** Waits until the server says that it is not ready; it lives all the same. */
  void awaitUnready() throws IOException, InterruptedException {
    awaitThat(() -> ready() == 503);
    System.out.printf("%s: not ready after %s%n", name, outage.elapsed());
    assertThat(server.get("/health/ready").body()).contains("\"DOWN\"");
    assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(server.get("/health/live").body()).contains("\"UP\"");
  }

  /** Waits until clients were told to try again. */
  void awaitRefusals() {
    awaitThat(() -> crowd.sum(ClientLog::temporary) > refusals);
    System.out.printf("%s: first refusals after %s%n", name, outage.elapsed());
  }

  /** The database is back: waits until everything works again. */
  void awaitRecovery() {
    Duration lasted = outage.elapsed();
    Stopwatch back = Stopwatch.start();
    int acked = crowd.sum(ClientLog::acked);
    awaitThat(() -> crowd.sum(ClientLog::acked) > acked);
    Duration first = back.elapsed();
    awaitThat(() -> ready() == 200);
    Duration ready = back.elapsed();
    crowd.awaitKeepingUp();
    System.out.printf(
        "%s: back after %s; then first acknowledgement %s, ready %s, caught up %s%n",
        name, lasted, first, ready, back.elapsed());
  }

  private int ready() throws IOException, InterruptedException {
    return server.get("/health/ready").statusCode();
  }

  private static void awaitThat(Callable<Boolean> condition) {
    await().atMost(Crowd.PATIENCE).pollInterval(Duration.ofMillis(50)).until(condition);
  }
}
