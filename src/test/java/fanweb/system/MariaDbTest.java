package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NeedsMariaDb.class)
class MariaDbTest {
  @Test
  void every_database_is_new_and_holds_any_character(MariaDb server) throws SQLException {
    String first = server.newDatabase();
    server.execute(first, "CREATE TABLE t (c VARCHAR(9))");
    server.execute(first, "INSERT INTO t VALUES ('聊天😀')");
    String second = server.newDatabase();
    server.execute(second, "CREATE TABLE t (c VARCHAR(9))");
    try (Connection connection = server.dataSource(first).getConnection();
        ResultSet row = connection.createStatement().executeQuery("SELECT c FROM t")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("聊天😀");
    }
  }

  @Test
  void asks_for_the_password(MariaDb server) {
    assertThatThrownBy(
            () -> DriverManager.getConnection(server.url("mysql"), server.user(), "wrong"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(1045));
  }

  @Test
  void keeps_what_it_has_while_it_is_stopped() throws Exception {
    try (MariaDb server = MariaDb.start()) {
      String database = server.newDatabase();
      server.pause();
      assertThatThrownBy(() -> server.dataSource(database).getConnection())
          .isInstanceOf(SQLException.class);
      server.resume();
      try (Connection connection = server.dataSource(database).getConnection()) {
        assertThat(connection.isValid(5)).isTrue();
      }
    }
  }
}
