package fanweb.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.system.BreakableLine;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * All lines are slow, those of clients and those of two nodes to database and Redis, and break
 * again and again: what is acknowledged is stored, and everybody hears it once and in the one
 * order.
 */
@ExtendWith(SharedNodes.Needed.class)
@ResourceLock(SharedNodes.NAME)
class LostLinesIT {
  private static final int CUTS = Integer.getInteger("fanweb.faults.cuts", 10);
  private static final Duration SLOW = Duration.ofMillis(200);

  /** A commit asks the database six times, and is answered as often. */
  private static final Duration SLOW_DATABASE = Duration.ofMillis(100);

  private static final int CLIENTS = 60;
  private static final int GROUPS = 3;
  private static final int PER_SECOND = 100;
  private static final int CHARS = 100;
  private static final int LONGEST_PAUSE_MILLIS = 1_000;

  private final SharedNodes shared;
  private final List<BreakableLine> clientLines = new ArrayList<>();
  private final Crowd crowd = new Crowd();

  LostLinesIT(SharedNodes shared) {
    this.shared = shared;
  }

  @AfterEach
  void scatter() throws IOException {
    crowd.close();
    lines().forEach(line -> line.delay(Duration.ZERO));
    for (BreakableLine line : clientLines) {
      line.close();
    }
  }

  @Test
  void order_and_sets_are_kept_on_lines_that_are_slow_and_break() throws Exception {
    for (int port : shared.ports()) {
      clientLines.add(new BreakableLine(port));
    }
    List<String> addresses = clientLines.stream().map(l -> "ws://127.0.0.1:" + l.port()).toList();
    crowd.addMany(addresses, "lines-", CLIENTS, GROUPS);
    crowd.come();
    crowd.talk(crowd.talkers(), PER_SECOND, CHARS);
    crowd.awaitAcks(PER_SECOND);

    lines().forEach(line -> line.delay(SLOW));
    shared.databaseLines().forEach(line -> line.delay(SLOW_DATABASE));
    cutAtRandom(new Random(CUTS));
    lines().forEach(line -> line.delay(Duration.ZERO));

    crowd.awaitAllIn();
    crowd.awaitKeepingUp();
    crowd.hush();
    crowd.settle(Crowd.PATIENCE);
    String name = "slow lines cut " + CUTS + " times";
    assertThat(shared.nodes().judge(name, crowd).first()).isEmpty();
  }

  private List<BreakableLine> lines() {
    List<BreakableLine> all = new ArrayList<>(clientLines);
    all.addAll(shared.databaseLines());
    all.addAll(shared.redisLines());
    return all;
  }

  private void cutAtRandom(Random random) {
    List<BreakableLine> lines = lines();
    int before = crowd.sum(ClientLog::acked);
    Stopwatch watch = Stopwatch.start();
    for (int i = 0; i < CUTS; i++) {
      // What comes to a standstill meets no further cut.
      crowd.awaitAcks(1);
      Duration pause = Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS));
      Stopwatch since = Stopwatch.start();
      await().pollInterval(Duration.ofMillis(10)).until(() -> since.hasReached(pause));
      lines.get(random.nextInt(lines.size())).snap();
    }
    System.out.printf(
        "%d cuts in %s, in which %d messages were acknowledged%n",
        CUTS, watch.elapsed(), crowd.sum(ClientLog::acked) - before);
  }
}
