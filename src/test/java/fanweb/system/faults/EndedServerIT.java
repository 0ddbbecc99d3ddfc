package fanweb.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.system.LaunchedServer;
import fanweb.system.MariaDb;
import fanweb.system.NeedsMariaDb;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server ends under load, again and again, and is started on the same data: what was
 * acknowledged is there, once, and everybody catches up.
 */
@ExtendWith(NeedsMariaDb.class)
@Order(1)
class EndedServerIT {
  private static final int ROUNDS = Integer.getInteger("fanweb.faults.rounds", 1);
  private static final int CLIENTS = 100;
  private static final int GROUPS = 3;

  /** The close codes that say so: ours, and the one of a server that is quicker than we are. */
  private static final List<Integer> COME_BACK = List.of(4000, 1001);

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int PER_SECOND = 200;
  private static final int CHARS = 100;

  @TempDir private Path folder;
  private @Nullable LaunchedServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void nothing_is_lost_on_h2_when_it_is_killed() throws Exception {
    prove("H2, server killed", Storage.h2(folder), EndedServerIT::kill);
  }

  @Test
  void nothing_is_lost_on_mariadb_when_it_is_killed(MariaDb mariadb) throws Exception {
    prove("MariaDB, server killed", Storage.in(mariadb), EndedServerIT::kill);
  }

  @Test
  void nothing_is_lost_when_it_is_asked_to_stop_and_all_are_told_to_come_back() throws Exception {
    prove("H2, server stopped", Storage.h2(folder), EndedServerIT::stop);
  }

  private void prove(String name, Storage storage, Ending ending) throws Exception {
    LaunchedServer running = start(storage).awaitReady();
    try (Crowd crowd = new Crowd()) {
      crowd.addMany("ws://127.0.0.1:" + running.port(), CLIENTS, GROUPS);
      crowd.come();
      crowd.talk(crowd.talkers(), PER_SECOND, CHARS);
      for (int round = 1; round <= ROUNDS; round++) {
        running = endUnderLoad(running, crowd, ending, new Random(round));
      }
      crowd.awaitKeepingUp();
      crowd.hush();
      crowd.settle(Crowd.PATIENCE);
      running.kill();
      Verdict verdict =
          Checker.check(crowd.testimonies(), StoredStream.readAll(storage.database()));
      System.out.print(Verdict.title());
      System.out.print(verdict.row(name + " " + ROUNDS + " times"));
      System.out.printf(
          "%s: %d acknowledgements were of earlier attempts, %d refusals for a while%n",
          name, crowd.sum(ClientLog::repeated), crowd.sum(ClientLog::temporary));
      assertThat(verdict.first()).isEmpty();
      assertThat(verdict.counts().acked()).isGreaterThan((long) ROUNDS * PER_SECOND);
    }
  }

  private LaunchedServer start(Storage storage) throws Exception {
    server = LaunchedServer.start(folder, storage.environment(), "-Dfanweb.chat.rate-per-second=0");
    return server;
  }

  private LaunchedServer endUnderLoad(
      LaunchedServer running, Crowd crowd, Ending ending, Random random) throws Exception {
    crowd.awaitKeepingUp();
    crowd.awaitAcks(PER_SECOND + random.nextInt(2 * PER_SECOND));
    int waiting = crowd.unacknowledged();
    ending.end(running, crowd);
    Stopwatch gone = Stopwatch.start();
    server = running.again();
    LaunchedServer next = server.awaitReady();
    Duration ready = gone.elapsed();
    crowd.awaitAllIn();
    System.out.printf(
        "ended with %d unacknowledged, ready after %s, all in after %s%n",
        waiting, ready, gone.elapsed());
    return next;
  }

  private static void kill(LaunchedServer running, Crowd crowd) throws Exception {
    running.kill();
  }

  private static void stop(LaunchedServer running, Crowd crowd) throws Exception {
    running.stop(PATIENCE);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(crowd.talkers())
                    .allSatisfy(
                        one -> assertThat(one.log().endings()).isNotEmpty().isSubsetOf(COME_BACK)));
  }

  /** What ends a server. */
  @FunctionalInterface
  private interface Ending {
    void end(LaunchedServer running, Crowd crowd) throws Exception;
  }
}
