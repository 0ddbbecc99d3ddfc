package fanweb.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanweb.system.MariaDb;
import fanweb.system.Redis;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The stream over {@code fanweb.v1}: server on the first core, load on the second, medians of
 * three. How many deliveries a CPU second of the server makes; how many messages are stored and
 * heard in a second; and how long that takes at a thousand a second. Where messages are stored, one
 * that is heard has been committed and acknowledged.
 */
class StreamBench {
  private static final String TOKEN = "only-for-benches-0123456789abcdef01234567";
  private static final int GROUPS = 50;

  /** How clients come in. */
  static final String JOINING =
      " --subprotocol fanweb.v1 --hello {\"type\":\"join\"} --expect welcome";

  private static final String JSON =
      JOINING + " --size 128 --publish {\"type\":\"publish\",\"text\":\"%s\"}";
  private static final String COUNTED = " --seconds 8 --warmup 3";
  private static final String ONE_GROUP = "--conns 200 --groups 1 --publishers 1 --window 128";
  private static final String ROOMS = "--conns 500 --groups 50 --publishers 50 --window 4";
  private static final String SPEAKERS = "--conns 50 --groups 50 --publishers 50";

  private final String wsbench = System.getProperty("fanweb.bench.wsbench", "");

  @Test
  void onTheEmbeddedDatabase() throws Exception {
    try (PinnedServer server = start(Map.of())) {
      Load load = warm(server);
      Row.head();
      fanOut(load, "stored in H2, synced", 1_000_000);
      store(load, "stored in H2, synced", 3_000);
      makeLiveOnly(server);
      fanOut(load, "live only", 2_000_000);
    }
  }

  @Test
  void onMariaDb() throws Exception {
    try (MariaDb database = MariaDb.start();
        PinnedServer server = start(on(database))) {
      Load load = warm(server);
      Row.head();
      fanOut(load, "stored in MariaDB", 1_000_000);
      store(load, "stored in MariaDB", 8_000);
    }
  }

  /** What one node reaches that tells others all the while, and what of that without them. */
  @Test
  void byRedis() throws Exception {
    try (MariaDb database = MariaDb.start();
        Redis redis = Redis.start()) {
      Map<String, String> settings = new HashMap<>(on(database));
      double[] memory = fanOut("memory layer", settings);
      settings.putAll(on(redis));
      double[] others = fanOut("Redis", settings);
      Row.print("Redis, 1 group: % of the memory layer's", 100 * others[0] / memory[0], 60);
      Row.print("Redis, 50 groups: % of the memory layer's", 100 * others[1] / memory[1], 60);
    }
  }

  private double[] fanOut(String where, Map<String, String> settings) throws IOException {
    try (PinnedServer server = start(settings)) {
      Load load = warm(server);
      Row.head();
      return fanOut(load, where, Double.NaN);
    }
  }

  /** The settings for a new database. */
  static Map<String, String> on(MariaDb server) {
    return on(server, server.newDatabase());
  }

  /** The settings for a database. */
  static Map<String, String> on(MariaDb server, String database) {
    return Map.of(
        "FANWEB_DB_DRIVER", "mariadb",
        "FANWEB_DB_URL", server.url(database),
        "FANWEB_DB_USER", server.user(),
        "FANWEB_DB_PASSWORD", server.password());
  }

  /** The settings for several nodes. */
  static Map<String, String> on(Redis redis) {
    return Map.of("FANWEB_CHANNEL_LAYER", "redis", "FANWEB_REDIS_URL", redis.url(0));
  }

  private PinnedServer start(Map<String, String> database) throws IOException {
    assumeTrue(Files.isExecutable(Path.of(wsbench)), "needs wsbench: -Dwsbench=/path/to/wsbench");
    Map<String, String> environment = new HashMap<>(database);
    environment.put("FANWEB_API_TOKEN", TOKEN);
    return PinnedServer.start(
        Path.of(System.getProperty("fanweb.it.server")), environment, List.of());
  }

  /** On one core the compiler competes with the chat: lets it finish before anything counts. */
  private Load warm(PinnedServer server) throws IOException {
    Load load = new Load(wsbench, server);
    load.warmUp(ONE_GROUP + JSON + " --seconds 20");
    load.warmUp(ROOMS + JSON + " --seconds 20");
    return load;
  }

  private static double[] fanOut(Load load, String where, double aim) throws IOException {
    return new double[] {
      deliveries(load, where + ", 200 in 1 group, window 128: deliveries/CPU s", ONE_GROUP, aim),
      deliveries(load, where + ", 500 in 50 groups, window 4: deliveries/CPU s", ROOMS, Double.NaN)
    };
  }

  private static double deliveries(Load load, String what, String arguments, double aim)
      throws IOException {
    List<Load.Figures> rounds = load.run(arguments + JSON + COUNTED);
    double perCpuSecond = 1e6 / Load.median(rounds, "server_cpu_s_per_million");
    Row.print(what, perCpuSecond, aim);
    Row.faults(rounds);
    return perCpuSecond;
  }

  private static void store(Load load, String where, double aim) throws IOException {
    for (int window : new int[] {1, 4, 16}) {
      List<Load.Figures> rounds = load.run(SPEAKERS + " --window " + window + JSON + COUNTED);
      String what = where + ", 50 publishers, " + window + " in flight each: messages/s";
      Row.print(what, Load.median(rounds, "publishes_per_s"), aim);
      Row.faults(rounds);
    }
    List<Load.Figures> rounds = load.run(SPEAKERS + " --rate 1000" + JSON + COUNTED);
    Row.print(where + ", 1,000 messages/s: p50 ms", Load.median(rounds, "p50"), Double.NaN);
    Row.print("    p99 ms", Load.median(rounds, "p99"), Double.NaN);
    Row.faults(rounds);
  }

  private static void makeLiveOnly(PinnedServer server) throws Exception {
    for (int group = 0; group < GROUPS; group++) {
      URI settings =
          URI.create("http://127.0.0.1:" + server.port() + "/api/groups/g" + group + "/settings");
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(settings)
                      .method("PATCH", BodyPublishers.ofString("{\"durable\": false}"))
                      .header("Authorization", "Bearer " + TOKEN)
                      .header("Content-Type", "application/json")
                      .build(),
                  BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(settings + ": " + answer.statusCode() + answer.body());
      }
    }
  }
}
