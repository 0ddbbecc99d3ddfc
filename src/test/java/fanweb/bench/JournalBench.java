package fanweb.bench;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.chat.Author;
import fanweb.chat.ChatEvent;
import fanweb.chat.Draft;
import fanweb.chat.Journal;
import fanweb.chat.Outcome;
import fanweb.chat.jdbc.JdbcJournal;
import fanweb.chat.jdbc.KeptConnections;
import fanweb.chat.jdbc.Kind;
import fanweb.system.MariaDb;
import fanweb.system.NeedsMariaDb;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Acknowledged publishes a second, 200 bytes each, of 50 publishers in 50 groups who send the next
 * when the last is acknowledged, one thread committing what waits; then how long an acknowledgement
 * takes at 1,000 a second. Whatever else runs on the machine shows in the figures.
 */
@ExtendWith(NeedsMariaDb.class)
class JournalBench {
  private static final String COLUMNS = "%-58s %12s %12s %8s%n";
  private static final int PUBLISHERS = 50;
  private static final int RATE = 1_000;
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final Duration ROUND = Duration.ofSeconds(5);
  private static final int ROUNDS = 3;
  private static final String TEXT = "x".repeat(200);

  private final List<GroupName> groups =
      IntStream.range(0, PUBLISHERS).mapToObj(i -> new GroupName("bench-" + i)).toList();

  @BeforeEach
  void head() {
    System.out.printf(COLUMNS, "", "measured", "aim", "ratio");
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"H2_FILE", "MARIADB", "MARIADB_BY_THE_DRIVER_OF_MYSQL"})
  void acknowledges(Kind kind, MariaDb server) throws SQLException {
    try (KeptConnections database = new KeptConnections(kind.create(() -> server))) {
      Journal journal = new JdbcJournal(database, () -> UUID.randomUUID().toString());
      publish(journal, WARM_UP);
      double[] rounds = new double[ROUNDS];
      long cpu = cpuTime();
      Arrays.setAll(rounds, i -> publish(journal, ROUND));
      cpu = cpuTime() - cpu;
      double published = DoubleStream.of(rounds).sum() * ROUND.toSeconds();
      Arrays.sort(rounds);
      print(kind + ": publishes/s", rounds[ROUNDS / 2], kind == Kind.H2_FILE ? 3_000 : 8_000);
      print("    CPU of the committing thread: µs each", cpu / published / 1_000, Double.NaN);
      long[] waits = pace(journal);
      print("    ack at 1,000/s, p50 ms", waits[waits.length / 2] / 1e6, 5);
      print("    p99 ms", waits[waits.length * 99 / 100] / 1e6, Double.NaN);
      print("    sent again, 250 in a batch: publishes/s", again(journal), Double.NaN);
    }
  }

  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** As many as it takes, all publishers at once. */
  private double publish(Journal journal, Duration time) {
    long begin = System.nanoTime();
    long acked = 0;
    while (System.nanoTime() - begin < time.toNanos()) {
      acked += stored(journal.append(groups.stream().map(JournalBench::draft).toList()));
    }
    return acked * 1e9 / (System.nanoTime() - begin);
  }

  /** At a rate; how long each waited, in nanoseconds, sorted. */
  private long[] pace(Journal journal) {
    BlockingQueue<Long> due = new LinkedBlockingQueue<>();
    int all = (int) (RATE * ROUND.toSeconds());
    CompletableFuture<Void> clock = CompletableFuture.runAsync(() -> tick(due, all));
    List<Long> waits = new ArrayList<>();
    List<Long> batch = new ArrayList<>();
    while (waits.size() < all) {
      batch.clear();
      if (due.drainTo(batch, Journal.MAX_BATCH) == 0) {
        Thread.onSpinWait();
        continue;
      }
      stored(
          journal.append(
              IntStream.range(0, batch.size())
                  .mapToObj(i -> draft(groups.get((waits.size() + i) % PUBLISHERS)))
                  .toList()));
      long now = System.nanoTime();
      batch.forEach(since -> waits.add(now - since));
    }
    clock.join();
    return waits.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  private static void tick(BlockingQueue<Long> due, int all) {
    long begin = System.nanoTime();
    for (int i = 0; i < all; i++) {
      long at = begin + i * (1_000_000_000L / RATE);
      while (System.nanoTime() < at) {
        LockSupport.parkNanos(at - System.nanoTime());
      }
      due.add(at);
    }
  }

  /** The same drafts again, as after everybody's line broke at once. */
  private double again(Journal journal) {
    List<Draft> drafts =
        IntStream.range(0, Journal.MAX_BATCH)
            .mapToObj(i -> draft(groups.get(i % PUBLISHERS)))
            .toList();
    stored(journal.append(drafts));
    long begin = System.nanoTime();
    int times = 20;
    for (int i = 0; i < times; i++) {
      stored(journal.append(drafts));
    }
    return times * drafts.size() * 1e9 / (System.nanoTime() - begin);
  }

  private static Draft draft(GroupName group) {
    Author author = new Author("g_" + group, "");
    return Draft.of(
        group,
        UUID.randomUUID().toString(),
        Identity.machine(),
        ChatEvent.Message.written(Instant.EPOCH, author, TEXT));
  }

  private static long stored(List<Outcome> outcomes) {
    long stored = outcomes.stream().filter(Outcome.Stored.class::isInstance).count();
    if (stored < outcomes.size()) {
      throw new IllegalStateException("refused: " + outcomes);
    }
    return stored;
  }

  private static void print(String what, double measured, double aim) {
    System.out.printf(
        COLUMNS,
        what,
        String.format("%,.2f", measured),
        Double.isNaN(aim) ? "" : String.format("%,.0f", aim),
        Double.isNaN(aim) ? "" : String.format("%.2f", measured / aim));
  }
}
