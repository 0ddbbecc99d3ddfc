package fanweb.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.system.BreakableLine;
import fanweb.system.JsonClient;
import fanweb.system.LaunchedServer;
import fanweb.system.Redis;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import redis.clients.jedis.Jedis;

/**
 * The Redis between two nodes is killed, emptied, stands still or is cut off again and again: chat
 * goes on, the other node hears a little later what the layer did not bring, and all is as before
 * when Redis is back.
 */
@Order(3)
@ExtendWith(SharedNodes.Needed.class)
@ResourceLock(SharedNodes.NAME)
class LostRedisIT {
  private static final int CLIENTS_EACH = 30;
  private static final int GROUPS = 3;
  private static final int PER_SECOND = 100;
  private static final int CHARS = 100;

  private static final String NEAR = "near";
  private static final String FAR = "far";

  private static final Duration MEASURED =
      Duration.ofSeconds(Integer.getInteger("fanweb.faults.redis-seconds", 6));
  private static final Duration BETWEEN_CUTS = Duration.ofSeconds(2);
  private static final Duration CUT =
      Duration.ofSeconds(Integer.getInteger("fanweb.faults.cutting-seconds", 6));

  private static final Pattern LINES = Pattern.compile("(?m)^fanweb_channel_up\\{[^}]*} (\\S+)$");

  private final TwoNodes nodes;
  private final Redis redis;
  private final List<BreakableLine> lines;
  private final Crowd crowd = new Crowd();
  private final Latencies across = new Latencies();

  LostRedisIT(SharedNodes shared) {
    this.nodes = shared.nodes();
    this.redis = shared.redis();
    this.lines = shared.redisLines();
  }

  @AfterEach
  void scatter() {
    crowd.close();
  }

  @Test
  void chat_goes_on_whatever_happens_to_redis() throws Exception {
    for (int i = 0; i < CLIENTS_EACH; i++) {
      add(0, i);
      add(1, i);
    }
    awaitLinesUp("Redis there");
    crowd.come();
    crowd.talk(speakers(), PER_SECOND, CHARS);
    measure("Redis there", MEASURED);
    kill();
    empty();
    stop();
    cut();
    crowd.hush();
    crowd.settle(Crowd.PATIENCE);
    assertThat(nodes.judge("Redis in trouble", crowd).first()).isEmpty();
  }

  /**
   * In one group those of both nodes speak, in the others those of one: where nobody speaks, only
   * the comparing of heads finds what the layer did not bring.
   */
  private List<Talker> speakers() {
    return crowd.talkers().stream()
        .filter(
            talker -> {
              String group = talker.log().group();
              return group.endsWith("0")
                  || group.endsWith("1") == talker.log().client().startsWith(NEAR);
            })
        .toList();
  }

  private void kill() throws Exception {
    redis.kill();
    try {
      measure("Redis killed", MEASURED);
    } finally {
      redis.resume();
    }
    awaitLinesUp("Redis started again");
  }

  private void empty() {
    try (Jedis jedis = redis.connect()) {
      jedis.flushAll();
    }
    measure("Redis emptied", MEASURED);
  }

  private void stop() throws Exception {
    redis.freeze(true);
    try {
      measure("Redis stopped", MEASURED);
    } finally {
      redis.freeze(false);
    }
    awaitLinesUp("Redis goes on");
  }

  private void cut() throws Exception {
    for (Stopwatch all = Stopwatch.start(); !all.hasReached(CUT); ) {
      lines.forEach(BreakableLine::snap);
      measure("Redis cut off", BETWEEN_CUTS);
    }
    awaitLinesUp("Redis no more cut off");
    measure("Redis there again", MEASURED);
  }

  /** Adds somebody who tells how long messages take from the other node. */
  private void add(int node, int number) {
    String prefix = node == 0 ? NEAR : FAR;
    List<String> home = List.of(nodes.addresses().get(node));
    crowd.add(
        home,
        new ClientLog(prefix + number, "redis-g" + number % GROUPS),
        text -> {
          if (!text.startsWith(prefix)) {
            across.add(text);
          }
        });
  }

  /** Messages are acknowledged all the while. */
  private void measure(String when, Duration time) {
    across.takeSummary();
    Stopwatch watch = Stopwatch.start();
    crowd.awaitAcks(PER_SECOND);
    await().atMost(Crowd.PATIENCE).until(() -> watch.hasReached(time));
    System.out.printf("%s: from node to node %s (aim: 3 s)%n", when, across.takeSummary());
  }

  /** Waits until each node says of all its lines to Redis that they are up. */
  private void awaitLinesUp(String when) {
    Stopwatch watch = Stopwatch.start();
    await()
        .atMost(Crowd.PATIENCE)
        .until(() -> nodes.all().stream().allMatch(LostRedisIT::areLinesUp));
    System.out.printf("%s: all lines up after %s%n", when, watch.elapsed());
  }

  private static boolean areLinesUp(LaunchedServer node) {
    List<String> up = LINES.matcher(node.page("/metrics")).results().map(r -> r.group(1)).toList();
    return !up.isEmpty() && up.stream().allMatch("1.0"::equals);
  }

  @Test
  void who_is_here_is_known_on_both_nodes_again_after_redis_was_away() throws Exception {
    String path = "/ws/redis-company/";
    try (JsonClient ann = JsonClient.connect(nodes.node(0).at("ws", path));
        JsonClient ben = JsonClient.connect(nodes.node(1).at("ws", path))) {
      ann.join();
      ben.join();
      nodes.awaitPresence("redis-company", 2);
      redis.kill();
      try (JsonClient cat = JsonClient.connect(nodes.node(0).at("ws", path))) {
        cat.join();
        redis.resume();
        Stopwatch watch = Stopwatch.start();
        nodes.awaitPresence("redis-company", 3);
        System.out.printf("Redis is back: all are seen after %s%n", watch.elapsed());
      }
      nodes.awaitPresence("redis-company", 2);
    }
  }
}
