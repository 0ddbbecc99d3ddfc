package fanweb.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.system.LaunchedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is asked to stop under load, and started on the same data: it tells everybody to come
 * back and goes; what was acknowledged is there, once, and everybody catches up.
 */
class StoppedServerIT {
  private static final int ROUNDS = Integer.getInteger("fanweb.faults.rounds", 2);
  private static final int CLIENTS = 50;
  private static final int GROUPS = 5;
  private static final int PER_SECOND = 200;
  private static final int CHARS = 100;

  /** The close codes that say so: ours, and the one of a server that is quicker than we are. */
  private static final List<Integer> COME_BACK = List.of(4000, 1001);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private @Nullable LaunchedServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void nobody_loses_anything_when_the_server_is_asked_to_stop() throws Exception {
    Storage storage = Storage.h2(folder);
    LaunchedServer running = start(storage).awaitReady();
    try (Crowd crowd = new Crowd()) {
      crowd.addMany("ws://127.0.0.1:" + running.port(), CLIENTS, GROUPS);
      crowd.come();
      crowd.talk(crowd.talkers(), PER_SECOND, CHARS);
      for (int round = 1; round <= ROUNDS; round++) {
        running = stopUnderLoad(running, crowd, round);
      }
      crowd.awaitKeepingUp();
      crowd.hush();
      crowd.settle(Crowd.PATIENCE);
      running.kill();
      Verdict verdict =
          Checker.check(crowd.testimonies(), StoredStream.readAll(storage.database()));
      System.out.print(Verdict.title());
      System.out.print(verdict.row("H2, server stopped " + ROUNDS + " times"));
      assertThat(verdict.first()).isEmpty();
      assertThat(verdict.counts().acked()).isGreaterThan((long) ROUNDS * PER_SECOND);
    }
  }

  private LaunchedServer start(Storage storage) throws Exception {
    server = LaunchedServer.start(folder, storage.environment(), "-Dfanweb.chat.rate-per-second=0");
    return server;
  }

  private LaunchedServer stopUnderLoad(LaunchedServer running, Crowd crowd, int round)
      throws Exception {
    crowd.awaitKeepingUp();
    crowd.awaitAcks(PER_SECOND + new Random(round).nextInt(2 * PER_SECOND));
    int waiting = crowd.unacknowledged();
    Stopwatch stopping = Stopwatch.start();
    running.stop(PATIENCE);
    System.out.printf(
        "round %d: asked to stop with %d unacknowledged, gone after %s%n",
        round, waiting, stopping.elapsed());
    assertThat(crowd.talkers())
        .allSatisfy(
            one ->
                assertThat(one.log().endings())
                    .hasSizeGreaterThanOrEqualTo(round)
                    .isSubsetOf(COME_BACK));
    server = running.again();
    LaunchedServer next = server.awaitReady();
    crowd.awaitAllIn();
    return next;
  }
}
