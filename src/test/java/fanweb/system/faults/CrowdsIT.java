package fanweb.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.system.LaunchedServer;
import fanweb.system.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Crowds of whom some stop reading, or who all come back at once. */
@Order(4)
class CrowdsIT {
  private static final int GROUPS = 50;
  private static final int STALLING_CROWD = 1_000;
  private static final int LOUD_PER_SECOND = 5;
  private static final int LOUD_CHARS = 8_000;
  private static final Duration MEASURED = Duration.ofSeconds(5);
  private static final long MOST_HEAP_KIB = 32 << 10;

  private static final int STORM = Integer.getInteger("fanweb.faults.storm", 500);
  private static final int STORM_GROUPS = 10;
  private static final int BEHIND = 50;
  private static final int CHARS = 100;

  private static final Pattern CONNECTIONS = Pattern.compile("(?m)^fanweb_connections (\\S+)$");

  @TempDir private Path folder;
  private LaunchedServer server;
  private Crowd crowd;

  @SuppressWarnings("NullAway.Init") // because JUnit calls start first
  CrowdsIT() {}

  @BeforeEach
  void start() throws Exception {
    server =
        LaunchedServer.start(
                folder, Storage.h2(folder).environment(), "-Dfanweb.chat.rate-per-second=0")
            .awaitReady();
    crowd = new Crowd();
  }

  @AfterEach
  void stop() {
    crowd.close();
    server.close();
  }

  @Test
  void who_stops_reading_costs_little_is_cut_and_catches_up_later() throws Exception {
    Latencies near = new Latencies();
    Latencies far = new Latencies();
    List<Talker> members = members(near, far);
    List<Talker> stalled = members.stream().filter(CrowdsIT::isToStall).toList();
    startTalking(speakers(GROUPS));
    measure("all read", near, far);
    long heap = Server.liveHeapKib(server.server().pid());

    Stopwatch watch = Stopwatch.start();
    stalled.forEach(talker -> talker.pause(true));
    measure(stalled.size() + " of " + members.size() + " stalled", near, far);
    long most = mostHeapUntil(crowd.talkers().size() - stalled.size());
    System.out.printf(
        "stalled ones gone after %s; heap at most %+d KiB%n", watch.elapsed(), most - heap);

    assertThat(most - heap).isLessThan(MOST_HEAP_KIB);
    stalled.forEach(talker -> talker.pause(false));
    crowd.hush();
    crowd.awaitAllIn();
    judge(stalled.size() + " of " + members.size() + " stalled");
  }

  @Test
  void a_crowd_that_comes_back_at_once_catches_up() throws Exception {
    List<Talker> speakers = speakers(STORM_GROUPS);
    List<Talker> listeners = crowd.addMany(address(), STORM, STORM_GROUPS);
    crowd.come();
    listeners.forEach(Talker::stayAway);
    for (int i = 0; i < BEHIND; i++) {
      speakers.forEach(speaker -> speaker.say(crowd.newText(speaker, CHARS)));
    }
    await().atMost(Crowd.PATIENCE).until(() -> crowd.unacknowledged() == 0);

    Stopwatch watch = Stopwatch.start();
    listeners.forEach(Talker::come);
    crowd.settle(Crowd.PATIENCE);
    System.out.printf(
        "%d came back, each %d messages behind: all caught up after %s; the server has %d MiB%n",
        STORM, BEHIND, watch.elapsed(), Server.residentKib(server.server().pid()) >> 10);
    judge("storm");
  }

  /** A word a second in each group, and much in the first. */
  private void startTalking(List<Talker> speakers) {
    crowd.come();
    crowd.talk(speakers, GROUPS, CHARS);
    crowd.talk(speakers.subList(0, 1), LOUD_PER_SECOND, LOUD_CHARS);
    crowd.awaitAcks(LOUD_PER_SECOND);
  }

  /** One who speaks in each group. */
  private List<Talker> speakers(int groups) {
    return IntStream.range(0, groups)
        .mapToObj(i -> crowd.add(address(), "s" + i, "g" + i, text -> {}))
        .toList();
  }

  /** Others, who listen: some in the group of those who will stall, most in other groups. */
  private List<Talker> members(Latencies near, Latencies far) {
    return IntStream.range(0, STALLING_CROWD)
        .mapToObj(
            i -> {
              Talker.Ear ear = i % GROUPS == 0 ? near::add : far::add;
              return crowd.add(address(), "m" + i, "g" + i % GROUPS, ear);
            })
        .toList();
  }

  /** One percent, all in the group where much is said. */
  private static boolean isToStall(Talker member) {
    return Integer.parseInt(member.log().client().substring(1)) % 100 == 0;
  }

  private static void measure(String when, Latencies near, Latencies far) {
    near.takeSummary();
    far.takeSummary();
    Stopwatch watch = Stopwatch.start();
    await().atMost(Crowd.PATIENCE).until(() -> watch.hasReached(MEASURED));
    System.out.printf(
        "%s: in their group %s; in others %s%n", when, near.takeSummary(), far.takeSummary());
  }

  /** The most that is live on the server's heap until it has no more connections than this. */
  private long mostHeapUntil(int connections) throws Exception {
    long most = 0;
    Stopwatch watch = Stopwatch.start();
    while (connections() > connections) {
      assertThat(watch.elapsed()).isLessThan(Crowd.PATIENCE);
      most = Math.max(most, Server.liveHeapKib(server.server().pid()));
    }
    return Math.max(most, Server.liveHeapKib(server.server().pid()));
  }

  private long connections() throws Exception {
    Matcher found = CONNECTIONS.matcher(server.get("/metrics").body());
    assertThat(found.find()).isTrue();
    return (long) Double.parseDouble(found.group(1));
  }

  private void judge(String name) throws Exception {
    crowd.settle(Crowd.PATIENCE);
    server.kill();
    Verdict verdict =
        Checker.check(crowd.testimonies(), StoredStream.readAll(Storage.h2(folder).database()));
    System.out.print(Verdict.title());
    System.out.print(verdict.row(name));
    assertThat(verdict.first()).isEmpty();
  }

  private String address() {
    return "ws://127.0.0.1:" + server.port();
  }
}
