package fanweb.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.system.LaunchedServer;
import fanweb.system.MariaDb;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database of two nodes stops answering, or is killed, under load: nothing is acknowledged that
 * is not stored, clients hear that it is for a while, readiness follows, and all goes on by itself.
 */
class StoppedDatabaseIT {
  private static final int ROUNDS = Integer.getInteger("fanweb.faults.database-rounds", 1);
  private static final Duration STOPPED =
      Duration.ofSeconds(Integer.getInteger("fanweb.faults.stopped-seconds", 10));

  private static final int CLIENTS = 50;
  private static final int GROUPS = 5;
  private static final int PER_SECOND = 100;
  private static final int CHARS = 100;

  /** Of an outage and its end, in which one may be stored between two that are not. */
  private static final int MOST_LINES = 20;

  @TempDir private Path folder;

  @Test
  void nothing_is_lost_while_mariadb_is_stopped_or_killed() throws Exception {
    try (MariaDb mariadb = MariaDb.start();
        Crowd crowd = new Crowd()) {
      Storage storage = Storage.in(mariadb);
      Map<String, String> settings = storage.environment();
      try (TwoNodes nodes = TwoNodes.start(folder, storage, List.of(settings, settings))) {
        crowd.addMany(nodes.addresses(), "", CLIENTS, GROUPS);
        crowd.come();
        crowd.talk(crowd.talkers(), PER_SECOND, CHARS);
        Outage outage = new Outage(nodes.all(), crowd);
        for (int round = 1; round <= ROUNDS; round++) {
          stop(mariadb, outage);
          kill(mariadb, outage);
        }
        crowd.hush();
        crowd.settle(Crowd.PATIENCE);
        assertThat(nodes.all()).allSatisfy(StoppedDatabaseIT::assertLogged);
        String name = "MariaDB stopped and killed, " + ROUNDS + " each";
        assertThat(nodes.judge(name, crowd).first()).isEmpty();
      }
    }
  }

  private static void assertLogged(LaunchedServer node) {
    assertThat(node.log().lines().filter(line -> line.contains("event=not_stored")))
        .as("what the log says of outages")
        .hasSizeBetween(ROUNDS, MOST_LINES * ROUNDS);
  }

  private static void stop(MariaDb mariadb, Outage outage) throws Exception {
    outage.awaitHealth();
    mariadb.freeze(true);
    try {
      outage.begin("stopped");
      outage.awaitUnready();
      outage.awaitRefusals();
      await().atMost(Crowd.PATIENCE).until(() -> outage.lasts(STOPPED));
    } finally {
      mariadb.freeze(false);
    }
    outage.awaitRecovery();
  }

  private static void kill(MariaDb mariadb, Outage outage) throws Exception {
    outage.awaitHealth();
    mariadb.kill();
    outage.begin("killed");
    outage.awaitUnready();
    outage.awaitRefusals();
    mariadb.resume();
    outage.awaitRecovery();
  }
}
