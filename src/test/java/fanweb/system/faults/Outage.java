package fanweb.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.system.LaunchedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** A time without a database, as clients of nodes and whoever watches these see it. */
final class Outage {
  private final List<LaunchedServer> nodes;
  private final Crowd crowd;
  private String name = "";
  private Stopwatch outage = Stopwatch.start();
  private int refusals;

  Outage(List<LaunchedServer> nodes, Crowd crowd) {
    this.nodes = List.copyOf(nodes);
    this.crowd = crowd;
  }

  /** Waits until all is well: ready, everybody in, messages acknowledged. */
  void awaitHealth() {
    awaitThat(() -> all(200));
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

  /** Waits until each node says that it is not ready; it lives all the same. */
  void awaitUnready() throws IOException, InterruptedException {
    awaitThat(() -> all(503));
    System.out.printf("%s: not ready after %s%n", name, outage.elapsed());
    for (LaunchedServer node : nodes) {
      assertThat(node.get("/health/ready").body()).contains("\"DOWN\"");
      assertThat(node.get("/health/live").statusCode()).isEqualTo(200);
      assertThat(node.get("/health/live").body()).contains("\"UP\"");
    }
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
    awaitThat(() -> all(200));
    Duration ready = back.elapsed();
    crowd.awaitKeepingUp();
    System.out.printf(
        "%s: back after %s; then first acknowledgement %s, ready %s, caught up %s (aim: 15 s)%n",
        name, lasted, first, ready, back.elapsed());
  }

  /** Whether all nodes answer so whether they are ready. */
  private boolean all(int status) throws IOException, InterruptedException {
    for (LaunchedServer node : nodes) {
      if (node.get("/health/ready").statusCode() != status) {
        return false;
      }
    }
    return true;
  }

  private static void awaitThat(Callable<Boolean> condition) {
    await().atMost(Crowd.PATIENCE).pollInterval(Duration.ofMillis(50)).until(condition);
  }
}
