package fanweb.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.system.LaunchedServer;
import fanweb.system.MariaDb;
import fanweb.system.NeedsMariaDb;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed under load, again and again, and started on the same data: what was
 * acknowledged is there, once, and everybody catches up.
 */
@ExtendWith(NeedsMariaDb.class)
class KilledServerIT {
  private static final int ROUNDS = Integer.getInteger("fanweb.faults.rounds", 2);
  private static final int CLIENTS = 100;
  private static final int GROUPS = 3;
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
  void nothing_is_lost_on_h2() throws Exception {
    prove("H2", Storage.h2(folder));
  }

  @Test
  void nothing_is_lost_on_mariadb(MariaDb mariadb) throws Exception {
    prove("MariaDB", Storage.in(mariadb));
  }

  private void prove(String name, Storage storage) throws Exception {
    LaunchedServer running = start(storage).awaitReady();
    try (Crowd crowd = new Crowd()) {
      crowd.addMany("ws://127.0.0.1:" + running.port(), CLIENTS, GROUPS);
      crowd.come();
      crowd.talk(crowd.talkers(), PER_SECOND, CHARS);
      for (int round = 1; round <= ROUNDS; round++) {
        running = killUnderLoad(running, crowd, round);
      }
      crowd.awaitKeepingUp();
      crowd.hush();
      crowd.settle(Crowd.PATIENCE);
      running.kill();
      Verdict verdict =
          Checker.check(crowd.testimonies(), StoredStream.readAll(storage.database()));
      System.out.print(Verdict.title());
      System.out.print(verdict.row(name + ", server killed " + ROUNDS + " times"));
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

  private LaunchedServer killUnderLoad(LaunchedServer running, Crowd crowd, int round)
      throws Exception {
    crowd.awaitKeepingUp();
    crowd.awaitAcks(PER_SECOND + new Random(round).nextInt(2 * PER_SECOND));
    int waiting = crowd.unacknowledged();
    running.kill();
    Stopwatch dead = Stopwatch.start();
    server = running.again();
    LaunchedServer next = server.awaitReady();
    Duration ready = dead.elapsed();
    crowd.awaitAllIn();
    System.out.printf(
        "round %d: killed with %d unacknowledged, ready after %s, all in after %s%n",
        round, waiting, ready, dead.elapsed());
    return next;
  }
}
