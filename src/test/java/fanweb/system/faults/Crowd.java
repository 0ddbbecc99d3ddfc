package fanweb.system.faults;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/** Many clients in some groups, who talk at a rate. */
final class Crowd implements AutoCloseable {
  /** How long everything may take that is waited for. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int TIMER_THREADS = 2;

  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(TIMER_THREADS);
  private final ExecutorService reading = Executors.newFixedThreadPool(TIMER_THREADS);
  private final HttpClient http = HttpClient.newBuilder().executor(reading).build();
  private final List<Talker> talkers = new ArrayList<>();
  private final ConcurrentMap<String, String> texts = new ConcurrentHashMap<>();
  private final AtomicInteger said = new AtomicInteger();
  private final List<ScheduledFuture<?>> talks = new ArrayList<>();

  /** Makes one without anybody. */
  Crowd() {}

  /**
   * Adds a client, who does not come yet.
   *
   * @param server as in {@code ws://127.0.0.1:8080}
   * @param name a word that nobody else has
   */
  Talker add(String server, String name, String group, Talker.Ear ear) {
    return add(List.of(server), new ClientLog(name, group), ear);
  }

  /**
   * Adds a client who knows several nodes, and does not come yet.
   *
   * @param nodes as in {@code ws://127.0.0.1:8080}, where to go first at the front
   */
  Talker add(List<String> nodes, ClientLog log, Talker.Ear ear) {
    List<URI> addresses =
        nodes.stream().map(node -> URI.create(node + "/ws/" + log.group() + "/")).toList();
    Talker talker = new Talker(new Talker.Way(addresses, http, timer, this::shared), log, ear);
    talkers.add(talker);
    return talker;
  }

  /** Adds many clients, in turn to each of some groups {@code g0, g1, …}. */
  List<Talker> addMany(String server, int clients, int groups) {
    List<Talker> added = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      added.add(add(server, "c" + i, "g" + i % groups, text -> {}));
    }
    return added;
  }

  /**
   * Adds many clients who know several nodes: of each group as many begin at each.
   *
   * @param prefix of their names and their groups', which makes them new
   */
  List<Talker> addMany(List<String> nodes, String prefix, int clients, int groups) {
    List<Talker> added = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      List<String> order = new ArrayList<>(nodes);
      Collections.rotate(order, i / groups);
      added.add(add(order, new ClientLog(prefix + "c" + i, prefix + "g" + i % groups), text -> {}));
    }
    return added;
  }

  private String shared(String text) {
    String known = texts.putIfAbsent(text, text);
    return known == null ? text : known;
  }

  List<Talker> talkers() {
    return talkers;
  }

  /** Has everybody come, and waits until they are in. */
  void come() {
    talkers.forEach(Talker::come);
    awaitAllIn();
  }

  /** Waits until everybody is in. */
  void awaitAllIn() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> talkers.stream().allMatch(Talker::isIn));
  }

  /**
   * Has clients speak, one after the other, until {@link #hush}.
   *
   * @param perSecond messages, all together
   */
  void talk(List<Talker> speakers, int perSecond, int chars) {
    long period = TimeUnit.SECONDS.toNanos(1) / perSecond;
    Iterator<Talker> next = Stream.generate(() -> speakers).flatMap(List::stream).iterator();
    talks.add(
        timer.scheduleAtFixedRate(
            () -> {
              Talker speaker = next.next();
              speaker.say(newText(speaker, chars));
            },
            period,
            period,
            TimeUnit.NANOSECONDS));
  }

  /** A text that nobody has said yet: key, time of its making, filler. */
  String newText(Talker author, int chars) {
    String head = author.log().client() + "-" + said.incrementAndGet() + " " + System.nanoTime();
    return head + " " + "x".repeat(chars);
  }

  /** Ends all talk. */
  void hush() {
    talks.forEach(talk -> talk.cancel(false));
    talks.clear();
  }

  /**
   * Waits until everything is acknowledged and everybody has heard as much as the others of the
   * group. What is not by then is the checker's to find.
   */
  void settle(Duration patience) {
    try {
      await().atMost(patience).pollInterval(Duration.ofMillis(20)).until(this::isSettled);
    } catch (ConditionTimeoutException e) {
      System.out.println("not settled within " + patience + ": " + unsettled());
    }
  }

  private boolean isSettled() {
    return unsettled().isEmpty();
  }

  private List<Talker> unsettled() {
    Map<String, Long> heads =
        talkers.stream()
            .collect(Collectors.toMap(t -> t.log().group(), Talker::reached, Math::max));
    return talkers.stream()
        .filter(
            talker ->
                !talker.isIn()
                    || talker.unacknowledged() > 0
                    || talker.cursor() != heads.getOrDefault(talker.log().group(), 0L))
        .toList();
  }

  /** A sum over all clients' logs. */
  int sum(ToIntFunction<ClientLog> count) {
    return talkers.stream().map(Talker::log).mapToInt(count).sum();
  }

  /** Waits until what was said during an outage is acknowledged: no more waits than is usual. */
  void awaitKeepingUp() {
    await().atMost(PATIENCE).until(() -> unacknowledged() < talkers.size());
  }

  /** Waits until so many more messages are acknowledged. */
  void awaitAcks(int more) {
    int before = sum(ClientLog::acked);
    await().atMost(PATIENCE).until(() -> sum(ClientLog::acked) >= before + more);
  }

  /** How many messages are said and not acknowledged. */
  int unacknowledged() {
    return talkers.stream().mapToInt(Talker::unacknowledged).sum();
  }

  /** How long everybody was away each time, in words. */
  String absences() {
    Latencies all = new Latencies();
    talkers.forEach(talker -> talker.log().absences().forEach(all::add));
    return all.takeSummary();
  }

  /** How many lines ended with which close code. */
  Map<Integer, Long> endings() {
    return talkers.stream()
        .flatMap(talker -> talker.log().endings().stream())
        .collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting()));
  }

  /** What everybody saw. */
  List<Testimony> testimonies() {
    return talkers.stream().map(talker -> talker.log().testimony()).toList();
  }

  @Override
  public void close() {
    hush();
    talkers.forEach(Talker::stayAway);
    timer.shutdownNow();
    reading.shutdown();
  }
}
