package fanweb.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanweb.system.JsonClient;
import fanweb.system.MariaDb;
import fanweb.system.Server;
import fanweb.system.ThroughProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What a connection costs that does nothing: joined, present in a group of ten, and of somebody who
 * is known. Ten of each person's, and a tenth of all are guests.
 */
class IdleBench {
  private static final int CONNECTIONS = Integer.getInteger("fanweb.bench.idle", 10_000);
  private static final int IN_A_GROUP = 10;
  private static final int AIM_KIB = 10;

  /** Long enough for all to connect and for two counts of the heap. */
  private static final int HELD_SECONDS = 60;

  private static final Pattern COUNTED = Pattern.compile("(?m)^fanweb_connections [0-9.E]+");
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +\\d+");

  /** A session's form with four digits at its end; connections of fewer digits are guests'. */
  private static final String SESSION = "s_" + "b".repeat(39);

  private static final String COOKIE = "fanweb_session=" + SESSION;

  private final String wsbench = System.getProperty("fanweb.bench.wsbench", "");

  @Test
  void idleConnectionsOfPeople() throws Exception {
    assumeTrue(Files.isExecutable(Path.of(wsbench)), "needs wsbench: -Dwsbench=/path/to/wsbench");
    try (MariaDb mariadb = MariaDb.start()) {
      String database = mariadb.newDatabase();
      Map<String, String> settings = StreamBench.on(mariadb, database);
      Path home = Path.of(System.getProperty("fanweb.it.server"));
      try (PinnedServer server = PinnedServer.start(home, settings, List.of())) {
        signUp(server);
        makePeople(mariadb, database);
        lookAtOne(server);
        measure(server);
      }
    }
  }

  private void measure(PinnedServer server) throws Exception {
    Load load = new Load(wsbench, server, List.of("--header", "Cookie: " + COOKIE + "%i"));
    String idle =
        "--idle --publishers 0 --probe-timeout 0 --connect-timeout 300 --seconds %d --conns %d"
                .formatted(HELD_SECONDS, CONNECTIONS)
            + " --groups %d".formatted(CONNECTIONS / IN_A_GROUP)
            + StreamBench.JOINING;
    long liveBefore = liveKib(server);
    long residentBefore = Server.residentKib(server.pid());
    CompletableFuture<Void> held = CompletableFuture.runAsync(() -> hold(load, idle));
    await()
        .atMost(Duration.ofMinutes(6))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> connections(server) == CONNECTIONS);
    Row.head();
    print("live heap", liveKib(server) - liveBefore, AIM_KIB);
    print("of the process", Server.residentKib(server.pid()) - residentBefore, Double.NaN);
    held.join();
  }

  private static void print(String what, long kib, double aim) {
    Row.print(
        "%,d idle connections of people, KiB each: %s".formatted(CONNECTIONS, what),
        (double) kib / CONNECTIONS,
        aim);
  }

  private static void hold(Load load, String arguments) {
    try {
      load.warmUp(arguments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int connections(PinnedServer server) throws IOException {
    URI metrics = URI.create("http://127.0.0.1:" + server.port() + "/metrics");
    try (Scanner answer = new Scanner(metrics.toURL().openStream(), UTF_8)) {
      return (int) Double.parseDouble(answer.findWithinHorizon(COUNTED, 0).split(" ", -1)[1]);
    }
  }

  /** What is reachable in the server's heap, after a full collection. */
  private static long liveKib(PinnedServer server) throws IOException {
    Process counting =
        new ProcessBuilder("jcmd", Long.toString(server.pid()), "GC.class_histogram").start();
    try (Scanner answer = new Scanner(counting.getInputStream(), UTF_8)) {
      String total = answer.findWithinHorizon(TOTAL, 0);
      return Long.parseLong(total.replaceAll(".* ", "")) >> 10;
    }
  }

  /** Makes a session that the others are copies of. */
  private static void signUp(PinnedServer server) throws IOException {
    String password = "violet+anchor+thimble";
    ThroughProxy.on(server.port(), "Host: 127.0.0.1:" + server.port())
        .post("/account/sign-up/", "login", "first", "name", "n", "password", password);
  }

  /** People with a session for each connection, past the server. */
  private static void makePeople(MariaDb mariadb, String database) {
    mariadb.execute(
        database,
        "INSERT INTO account_userinfo (id, name, password, login)"
            + " SELECT seq, CONCAT('n', seq), '', CONCAT('u', seq) FROM seq_100_to_999");
    mariadb.execute(
        database,
        "INSERT INTO account_session (fingerprint, renewed_at, granted, userinfo_id, began_at,"
            + " seen_at, ends_at, remembered, address, agent)"
            + " SELECT TRIM(TRAILING '=' FROM REPLACE(REPLACE(TO_BASE64(UNHEX(SHA2(CONCAT('"
            + SESSION
            + "', seq), 256))), '+', '-'), '/', '_')), renewed_at, granted, seq DIV 10, began_at,"
            + " seen_at, ends_at, remembered, address, agent"
            + " FROM account_session JOIN seq_1000_to_9999");
  }

  /** What is measured must be what it is called. */
  private static void lookAtOne(PinnedServer server) {
    URI group = URI.create("ws://127.0.0.1:" + server.port() + "/ws/g0/");
    try (JsonClient one = JsonClient.connect(group, Map.of("Cookie", COOKIE + "4321"))) {
      String name = one.join().getString("name");
      if (!name.equals("n432")) {
        throw new IllegalStateException("who should be n432 is " + name);
      }
    }
  }
}
