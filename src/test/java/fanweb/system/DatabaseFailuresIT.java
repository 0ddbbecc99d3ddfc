package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person sees whose database is not there, not as the settings say or not as the code wants
 * it. Started as Maven does, so that each start that fails ends with its exit code.
 */
@ExtendWith(NeedsMariaDb.class)
@Order(2)
class DatabaseFailuresIT {
  private static final String REFUSAL = "Fan-Web cannot start: ";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path folder;

  @Test
  void a_wrong_password_is_one_line(MariaDb mariadb) throws Exception {
    Map<String, String> settings = settings(mariadb, mariadb.newDatabase());
    settings.put("FANWEB_DB_PASSWORD", "not the password");
    assertThat(refusal(settings, 3))
        .contains("the database jdbc:mariadb://127.0.0.1:" + mariadb.port() + "/test-")
        .contains(" refuses the user or the password: set FANWEB_DB_USER and FANWEB_DB_PASSWORD (")
        .doesNotContain("not the password");
  }

  @Test
  void a_missing_database_is_one_line(MariaDb mariadb) throws Exception {
    assertThat(refusal(settings(mariadb, "nowhere"), 3))
        .contains(
            "/nowhere does not exist or is not for this user: create it and grant it to the"
                + " user, or set FANWEB_DB_URL (");
  }

  @Test
  void a_url_of_another_driver_is_refused_before_the_server_starts(MariaDb mariadb)
      throws Exception {
    Map<String, String> settings = settings(mariadb, "any");
    settings.put("FANWEB_DB_DRIVER", "mysql");
    assertThat(refusal(settings, 2)).contains("must be a URL of fanweb.db.driver = mysql");
  }

  @Test
  void an_absent_database_is_waited_for_and_then_refused() throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put("FANWEB_DB_DRIVER", "mariadb");
    settings.put("FANWEB_DB_URL", "jdbc:mariadb://127.0.0.1:" + LaunchedServer.freePort() + "/x");
    try (LaunchedServer server = start(settings)) {
      server.awaitLine("does not answer: start it, or set FANWEB_DB_URL");
      assertThat(server.awaitEnd()).isEqualTo(3);
      assertThat(server.log().lines().filter(line -> line.contains("trying again for")))
          .hasSizeBetween(10, 13);
      assertThat(server.log())
          .contains(REFUSAL + "the database jdbc:mariadb://127.0.0.1:")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void a_database_may_come_later_and_may_be_restarted() throws Exception {
    try (MariaDb mariadb = MariaDb.start()) {
      String database = mariadb.newDatabase();
      mariadb.pause();
      try (LaunchedServer server = start(settings(mariadb, database))) {
        server.awaitLine("trying again for");
        mariadb.resume();
        server.awaitReady();
        assertThat(server.log()).contains("answers now");
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);

        mariadb.pause();
        await().atMost(PATIENCE).until(() -> readiness(server) == 503);
        assertThat(statusForSomebody(server)).isEqualTo(503);
        assertThat(statusForToken(server)).isEqualTo(503);
        mariadb.resume();
        await().atMost(PATIENCE).until(() -> readiness(server) == 200);
        assertThat(server.get("/").statusCode()).isEqualTo(200);
        assertThat(statusForSomebody(server)).isEqualTo(200);
        assertThat(statusForToken(server)).isEqualTo(401);
      }
    }
  }

  /** For whoever brings a token of the API, which is looked for there too. */
  private static int statusForToken(LaunchedServer server)
      throws IOException, InterruptedException {
    return status(server, "/api/roles", "Authorization", "Bearer k_" + "A".repeat(43));
  }

  /** For whoever brings the cookie of a session, which is looked for in the database. */
  private static int statusForSomebody(LaunchedServer server)
      throws IOException, InterruptedException {
    return status(server, "/examples/", "Cookie", "fanweb_session=s_" + "A".repeat(43));
  }

  private static int status(LaunchedServer server, String path, String header, String value)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(server.at("http", path)).header(header, value).build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private static int readiness(LaunchedServer server) throws IOException, InterruptedException {
    return server.get("/health/ready").statusCode();
  }

  @Test
  void a_database_that_is_ahead_or_different_is_refused(MariaDb mariadb) throws Exception {
    String database = mariadb.newDatabase();
    Map<String, String> settings = settings(mariadb, database);
    try (LaunchedServer server = start(settings)) {
      server.awaitReady();
    }

    mariadb.execute(database, "ALTER TABLE chat_group MODIFY COLUMN name VARCHAR(50) NOT NULL");
    mariadb.execute(database, "ALTER TABLE chat_group DROP COLUMN created_at");
    try (LaunchedServer server = start(settings)) {
      assertThat(server.awaitEnd()).isEqualTo(3);
      assertThat(server.log())
          .contains("column chat_group.name is too short, VARCHAR(50): the code wants varchar(200)")
          .contains("column chat_group.created_at is missing: the code wants datetime(6)")
          .contains(REFUSAL + "the database is not what this version wants, in 2 places");
    }

    mariadb.execute(
        database,
        "INSERT INTO migrations_chat (installed_rank, version, description, type, script, checksum,"
            + " installed_by, execution_time, success) VALUES (999, '999', 'future', 'SQL',"
            + " 'V999__future.sql', 1, 'me', 1, 1)");
    assertThat(refusal(settings, 3))
        .contains("the database is ahead: it has had the script chat/V999__future.sql");
  }

  private static Map<String, String> settings(MariaDb mariadb, String database) {
    Map<String, String> settings = new HashMap<>();
    settings.put("FANWEB_DB_DRIVER", "mariadb");
    settings.put("FANWEB_DB_URL", mariadb.url(database));
    settings.put("FANWEB_DB_USER", mariadb.user());
    settings.put("FANWEB_DB_PASSWORD", mariadb.password());
    return settings;
  }

  private LaunchedServer start(Map<String, String> settings) throws IOException {
    return LaunchedServer.start(folder, settings, "-Dfanweb.stop-with-parent=true");
  }

  /** The line with which a start ends, and with this exit code. */
  private String refusal(Map<String, String> settings, int exitCode) throws Exception {
    try (LaunchedServer server = start(settings)) {
      assertThat(server.awaitEnd()).as(server::log).isEqualTo(exitCode);
      assertThat(server.log().lines().filter(line -> line.contains(REFUSAL))).hasSize(1);
      return server.log().lines().filter(line -> line.contains(REFUSAL)).findFirst().orElseThrow();
    }
  }
}
