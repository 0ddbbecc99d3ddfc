package fanweb.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.system.BreakableLine;
import fanweb.system.JsonClient;
import fanweb.system.LaunchedServer;
import fanweb.system.Server;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * One of two nodes dies, stands still or is started anew while people talk at both: whoever was
 * there goes on at the other, as who they were, and nothing acknowledged is lost.
 */
@Order(1)
@ExtendWith(SharedNodes.Needed.class)
@ResourceLock(SharedNodes.NAME)
class LostNodesIT {
  private static final int ROUNDS = Integer.getInteger("fanweb.faults.rounds", 1);
  private static final int STOPS = Integer.getInteger("fanweb.faults.database-rounds", 1);
  private static final Duration STOPPED =
      Duration.ofSeconds(Integer.getInteger("fanweb.faults.stopped-seconds", 8));
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int CLIENTS = 500;
  private static final int GROUPS = 20;
  private static final int FEW_CLIENTS = 60;
  private static final int FEW_GROUPS = 3;
  private static final int SIGNED_IN = 3;
  private static final int PER_SECOND = 200;
  private static final int CHARS = 100;

  private static final String COMPANY = "killed-company";

  private static final int KEYS = 100;
  private static final int BURSTS = 5;

  /** Else a transaction is so short that it is hardly ever met. */
  private static final Duration FAR_DATABASE = Duration.ofMillis(10);

  private final TwoNodes nodes;
  private final BreakableLine databaseLine;
  private final Crowd crowd = new Crowd();

  LostNodesIT(SharedNodes shared) {
    this.nodes = shared.nodes();
    this.databaseLine = shared.databaseLines().get(0);
  }

  @AfterEach
  void scatter() {
    crowd.close();
  }

  @Test
  void nothing_is_lost_and_nobody_signs_in_again_when_a_node_is_killed() throws Exception {
    List<Talker> people = crowd.addMany(nodes.addresses(), "killed-", CLIENTS, GROUPS);
    for (int i = 0; i < SIGNED_IN; i++) {
      people.get(i).signIn(nodes.signUp(i % TwoNodes.BOTH));
    }
    talk();
    for (int round = 0; round < ROUNDS; round++) {
      kill(round % TwoNodes.BOTH, new Random(round));
    }
    judge("a node killed " + ROUNDS + " times");
  }

  private void kill(int which, Random random) throws Exception {
    crowd.awaitKeepingUp();
    crowd.awaitAcks(PER_SECOND + random.nextInt(2 * PER_SECOND));
    int there = nodes.at(which, crowd).size();
    LaunchedServer left = nodes.node(1 - which);
    try (JsonClient ann = present(nodes.node(which));
        JsonClient ben = present(left)) {
      nodes.awaitPresence(COMPANY, 2);
      Stopwatch watch = Stopwatch.start();
      nodes.node(which).kill();
      crowd.awaitAllIn();
      assertThat(nodes.at(which, crowd)).isEmpty();
      System.out.printf(
          "%d of a killed node in at the other after %s, which has %d MiB%n",
          there, watch.elapsed(), Server.residentKib(left.server().pid()) >> 10);
      TwoNodes.awaitPresence(left, COMPANY, 1);
      System.out.printf("gone from presence after %s (aim: 15 s)%n", watch.elapsed());
      assertThat(ann.isOpen()).isFalse();
      assertThat(ben.isOpen()).isTrue();
    } finally {
      nodes.startAgain(which);
    }
    spread();
  }

  /** Somebody who does not come back when the line breaks. */
  private static JsonClient present(LaunchedServer node) {
    JsonClient client = JsonClient.connect(node.at("ws", "/ws/" + COMPANY + "/"));
    assertThat(client.join().getString("type")).isEqualTo("welcome");
    return client;
  }

  /** Has half of those who are all at one node go to the other. */
  private void spread() {
    List<Talker> all = crowd.talkers();
    IntStream.range(0, all.size()).filter(i -> i / GROUPS % 2 == 0).forEach(i -> all.get(i).move());
    crowd.awaitAllIn();
  }

  @Test
  void a_node_that_stands_still_within_a_transaction_holds_nobody_up_for_long() throws Exception {
    crowd.addMany(nodes.addresses(), "stopped-", FEW_CLIENTS, FEW_GROUPS);
    talk();
    for (int round = 0; round < STOPS; round++) {
      crowd.awaitKeepingUp();
      Stopwatch watch = stopWithinATransaction();
      try {
        awaitAcksAtTheOther();
        System.out.printf("the other node acknowledges all after %s (aim: 5 s)%n", watch.elapsed());
        await().atMost(Crowd.PATIENCE).until(() -> watch.hasReached(STOPPED));
      } finally {
        nodes.node(0).freeze(false);
      }
      crowd.awaitAllIn();
    }
    judge("a node stopped " + STOPS + " times");
  }

  /** Stops the first node where it keeps rows locked, which takes some tries; since when. */
  private Stopwatch stopWithinATransaction() throws Exception {
    databaseLine.delay(FAR_DATABASE);
    try {
      for (Stopwatch tries = Stopwatch.start(); !tries.hasReached(Crowd.PATIENCE); ) {
        Stopwatch watch = Stopwatch.start();
        nodes.node(0).freeze(true);
        if (nodes.holdsLocks()) {
          return watch;
        }
        nodes.node(0).freeze(false);
        crowd.awaitAcks(PER_SECOND / 2);
      }
      throw new AssertionError("never stopped within a transaction");
    } finally {
      databaseLine.delay(Duration.ZERO);
    }
  }

  /** Waits until everybody at the second node was acknowledged what they have said since. */
  private void awaitAcksAtTheOther() {
    Map<Talker, Integer> before =
        nodes.at(1, crowd).stream()
            .collect(Collectors.toMap(Function.identity(), one -> one.log().acked()));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                before.entrySet().stream()
                    .allMatch(one -> one.getKey().log().acked() > one.getValue() + 1));
  }

  @Test
  void nothing_is_lost_when_both_nodes_are_started_anew_in_turn() throws Exception {
    crowd.addMany(nodes.addresses(), "rolling-", FEW_CLIENTS, FEW_GROUPS);
    talk();
    for (int which = 0; which < TwoNodes.BOTH; which++) {
      crowd.awaitKeepingUp();
      crowd.awaitAcks(PER_SECOND);
      Stopwatch watch = Stopwatch.start();
      nodes.node(which).stop(PATIENCE);
      crowd.awaitAllIn();
      assertThat(nodes.at(which, crowd)).isEmpty();
      System.out.printf("stopped, and all in at the other after %s%n", watch.elapsed());
      nodes.startAgain(which);
    }
    judge("both nodes started anew");
  }

  @Test
  void the_same_key_said_on_both_nodes_at_once_is_stored_once() throws Exception {
    String path = "/ws/twice/";
    try (JsonClient one = JsonClient.connect(nodes.node(0).at("ws", path));
        JsonClient two = JsonClient.connect(nodes.node(1).at("ws", path))) {
      String token = one.join().getString("token");
      two.send("{\"type\":\"join\",\"token\":\"" + token + "\"}");
      two.awaitType("welcome");
      for (int burst = 0; burst < BURSTS; burst++) {
        int first = burst * KEYS;
        boolean isOneFirst = burst % 2 == 0;
        (isOneFirst ? one : two).send(said(first));
        (isOneFirst ? two : one).send(said(first));
        await().atMost(PATIENCE).until(() -> one.heard("ack").size() == first + KEYS);
        await().atMost(PATIENCE).until(() -> two.heard("ack").size() == first + KEYS);
      }
      assertThat(offsets(one)).isEqualTo(offsets(two)).hasSize(BURSTS * KEYS);
      assertThat(repeated(one) + repeated(two)).isEqualTo(BURSTS * KEYS);
      assertThat(stored("twice").messages())
          .extracting(StoredStream.Row::key)
          .containsExactlyInAnyOrderElementsOf(offsets(one).keySet());
      System.out.printf(
          "said twice: %d keys, of which node 1 was first with %d%n", BURSTS * KEYS, repeated(two));
    }
  }

  private static String said(int first) {
    return IntStream.range(first, first + KEYS)
        .mapToObj(
            "{\"type\":\"publish\",\"id\":\"k%1$d\",\"key\":\"k%1$d\",\"text\":\"%1$d\"}"
                ::formatted)
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, Integer> offsets(JsonClient client) {
    return client.heard("ack").stream()
        .collect(Collectors.toMap(ack -> ack.getString("id"), ack -> ack.getInt("offset")));
  }

  private static long repeated(JsonClient client) {
    return client.heard("ack").stream().filter(ack -> ack.getBoolean("repeated", false)).count();
  }

  private StoredStream stored(String group) throws Exception {
    return Objects.requireNonNull(StoredStream.readAll(nodes.storage().database()).get(group));
  }

  private void talk() {
    crowd.come();
    crowd.talk(crowd.talkers(), PER_SECOND, CHARS);
  }

  private void judge(String name) throws Exception {
    crowd.awaitKeepingUp();
    crowd.hush();
    crowd.settle(Crowd.PATIENCE);
    Verdict verdict = nodes.judge(name, crowd);
    assertThat(verdict.first()).isEmpty();
  }
}
