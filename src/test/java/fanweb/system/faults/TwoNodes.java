package fanweb.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.system.LaunchedServer;
import fanweb.system.ThroughProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Two nodes on one database. One thread at a time. */
final class TwoNodes implements AutoCloseable {
  static final int BOTH = 2;

  /** No transaction of a node that runs does nothing for so long. */
  private static final Duration IDLE = Duration.ofMillis(1_100);

  private static final String PASSWORD = "violet anchor thimble quarry";

  private final Storage storage;
  private final List<LaunchedServer> nodes = new ArrayList<>();

  private TwoNodes(Storage storage) {
    this.storage = storage;
  }

  /**
   * Starts both and waits until they are ready.
   *
   * @param folder where they keep their logs
   * @param storage where the database is
   * @param environments the settings of each
   */
  static TwoNodes start(Path folder, Storage storage, List<Map<String, String>> environments)
      throws IOException {
    TwoNodes started = new TwoNodes(storage);
    try {
      for (int i = 0; i < BOTH; i++) {
        Path own = Files.createDirectories(folder.resolve("node" + i));
        started.nodes.add(
            LaunchedServer.start(own, environments.get(i), "-Dfanweb.chat.rate-per-second=0"));
      }
      started.nodes.forEach(LaunchedServer::awaitReady);
      return started;
    } catch (IOException | RuntimeException | Error e) {
      started.close();
      throw e;
    }
  }

  LaunchedServer node(int which) {
    return nodes.get(which);
  }

  /** Both. */
  List<LaunchedServer> all() {
    return List.copyOf(nodes);
  }

  /** Where clients find the nodes. */
  List<String> addresses() {
    return nodes.stream().map(TwoNodes::address).toList();
  }

  private static String address(LaunchedServer node) {
    return "ws://127.0.0.1:" + node.port();
  }

  /** Those of a crowd who are at a node. */
  List<Talker> at(int which, Crowd crowd) {
    int port = nodes.get(which).port();
    return crowd.talkers().stream().filter(one -> one.node().getPort() == port).toList();
  }

  /** Makes an account at a node; the secret of the session that begins. */
  String signUp(int which) throws IOException {
    int port = nodes.get(which).port();
    ThroughProxy browser = ThroughProxy.on(port, "Host: 127.0.0.1:" + port);
    String login = "u" + UUID.randomUUID().toString().replace("-", "");
    browser.post("/account/sign-up/", "login", login, "name", "Ann", "password", PASSWORD);
    String secret = browser.cookie("fanweb_session");
    assertThat(secret).isNotEmpty();
    return secret;
  }

  /** Starts a node again that has ended, and waits until it is ready. */
  void startAgain(int which) throws IOException {
    nodes.set(which, nodes.get(which).again());
    nodes.get(which).awaitReady();
  }

  /** Waits until each node says that so many people are in a group. */
  void awaitPresence(String group, int people) {
    nodes.forEach(node -> awaitPresence(node, group, people));
  }

  /** Waits until a node says that so many people are in a group. */
  static void awaitPresence(LaunchedServer node, String group, int people) {
    await()
        .atMost(Crowd.PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                node.page("/api/groups/" + group + "/presence")
                    .contains("\"count\":" + people + ","));
  }

  /** Whether somebody who does nothing in the database keeps rows locked there. */
  boolean holdsLocks() throws SQLException {
    Set<String> before = locking();
    Stopwatch watch = Stopwatch.start();
    await().pollInterval(Duration.ofMillis(50)).until(() -> watch.hasReached(IDLE));
    return locking().stream().anyMatch(before::contains);
  }

  /** Transactions that hold locks and wait for nobody else's; they begin at full seconds. */
  private Set<String> locking() throws SQLException {
    Set<String> found = new HashSet<>();
    try (Connection connection = storage.database().getConnection();
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT CONCAT_WS(' ', trx_id, trx_mysql_thread_id, trx_started)"
                        + " FROM information_schema.innodb_trx"
                        + " WHERE trx_state = 'RUNNING' AND trx_rows_locked > 0")) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  /** What the database has, compared with what a crowd saw; prints it under a name. */
  Verdict judge(String name, Crowd crowd) throws SQLException {
    Verdict verdict = Checker.check(crowd.testimonies(), StoredStream.readAll(storage.database()));
    System.out.print(Verdict.title());
    System.out.print(verdict.row(name));
    System.out.printf(
        "%s: %d acknowledged again, %d refused for a while; away %s; lines ended with %s%n",
        name,
        crowd.sum(ClientLog::repeated),
        crowd.sum(ClientLog::temporary),
        crowd.absences(),
        crowd.endings());
    return verdict;
  }

  Storage storage() {
    return storage;
  }

  @Override
  public void close() {
    nodes.forEach(LaunchedServer::close);
  }
}
