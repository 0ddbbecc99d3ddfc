package fanweb.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

class DatabaseGateTest {
  private final DatabasePlace place = DatabasePlace.ofSettings("jdbc:h2:tcp://127.0.0.1/x");
  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-24T00:00:00Z");

  /** Lets the clock run while it pauses. */
  private DatabaseGate gate() {
    return new DatabaseGate(
        place,
        () -> now,
        time -> {
          pauses.add(time);
          now = now.plus(time);
        });
  }

  private static JdbcDataSource h2(String url) {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL(url);
    database.setUser("sa");
    database.setPassword("fan-web");
    return database;
  }

  @Test
  void a_database_that_answers_is_not_waited_for() {
    gate().await(h2("jdbc:h2:mem:"));
    assertThat(pauses).isEmpty();
  }

  @Test
  void an_absent_database_is_asked_every_five_seconds_for_a_minute() throws SQLException {
    MariaDbDataSource absent = new MariaDbDataSource("jdbc:mariadb://127.0.0.1:1/x");
    assertThatThrownBy(() -> gate().await(absent))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessageStartingWith(
            "the database jdbc:h2:tcp://127.0.0.1/x does not answer: start it, or set FANWEB_DB_URL (")
        .hasMessageContaining("127.0.0.1:1")
        .message()
        .hasLineCount(1);
    assertThat(pauses).hasSize(12).containsOnly(Duration.ofSeconds(5));
  }

  @Test
  void a_database_that_comes_later_is_used_then() throws SQLException {
    Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists");
    server.start();
    String url = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:" + UUID.randomUUID();
    server.stop();
    Server again = Server.createTcpServer("-tcpPort", "" + server.getPort(), "-ifNotExists");
    try {
      new DatabaseGate(place, () -> now, time -> startOnThird(again, time)).await(h2(url));
      assertThat(pauses).hasSize(3);
    } finally {
      again.stop();
    }
  }

  private void startOnThird(Server server, Duration time) {
    pauses.add(time);
    if (pauses.size() == 3) {
      assertThatCode(server::start).doesNotThrowAnyException();
    }
  }

  @Test
  void a_wrong_password_ends_at_once_and_names_the_settings() throws SQLException {
    DataSource database = h2("jdbc:h2:mem:" + UUID.randomUUID());
    try (Connection held = database.getConnection()) {
      JdbcDataSource wrong = h2(held.getMetaData().getURL());
      wrong.setPassword("wrong");
      assertThatThrownBy(() -> gate().await(wrong))
          .hasMessageContaining(
              " refuses the user or the password: set FANWEB_DB_USER and FANWEB_DB_PASSWORD (");
    }
    assertThat(pauses).isEmpty();
  }

  @Test
  void what_nobody_foresaw_is_told_in_the_driver_s_words() {
    assertThatThrownBy(() -> gate().await(h2("jdbc:h2:mem:;NO_SUCH_OPTION=1")))
        .hasMessageContaining("cannot be used")
        .hasMessageContaining("NO_SUCH_OPTION")
        .hasCauseInstanceOf(SQLException.class);
    assertThat(pauses).isEmpty();
  }

  @Test
  void drivers_say_the_same_in_different_ways() {
    assertThat(ConnectionFailure.of(wrapped(new SQLException("Access denied", "28000", 1045))))
        .isEqualTo(ConnectionFailure.WRONG_LOGIN);
    assertThat(ConnectionFailure.of(wrapped(new SQLException("Unknown database", "42000", 1049))))
        .isEqualTo(ConnectionFailure.NO_SUCH_DATABASE);
    assertThat(ConnectionFailure.of(wrapped(new SQLException("Not found", "90149", 90149))))
        .isEqualTo(ConnectionFailure.NO_SUCH_DATABASE);
    assertThat(ConnectionFailure.of(wrapped(new SQLException("Locked by another", "90020", 90020))))
        .isEqualTo(ConnectionFailure.IN_USE);
    assertThat(ConnectionFailure.of(wrapped(new ConnectException("Connection refused"))))
        .isEqualTo(ConnectionFailure.ABSENT);
    assertThat(ConnectionFailure.of(wrapped(new SQLException("Link failure", "08S01", 0))))
        .isEqualTo(ConnectionFailure.ABSENT);
    assertThat(ConnectionFailure.of(new SQLException("Public Key Retrieval", "08001", 0)))
        .isEqualTo(ConnectionFailure.OTHER);
  }

  /** As a server's pool hands it on. */
  private static SQLException wrapped(Exception cause) {
    return new SQLException("no connection", new IllegalStateException("pool", cause));
  }
}
