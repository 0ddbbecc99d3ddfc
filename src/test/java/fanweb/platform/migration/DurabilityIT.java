package fanweb.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.system.MariaDb;
import fanweb.system.NeedsMariaDb;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NeedsMariaDb.class)
class DurabilityIT {
  private final List<String> lines = new ArrayList<>();
  private final BiConsumer<Level, String> log = (level, line) -> lines.add(level + " " + line);

  @Test
  void an_h2_that_writes_late_is_corrected(@TempDir Path folder) throws SQLException {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:file:" + folder.resolve("db"));
    try (Connection connection = database.getConnection()) {
      assertThat(writeDelay(connection)).isNotEqualTo("0");
      new Durability(database, log).correct();
      assertThat(writeDelay(connection)).isEqualTo("0");
      assertThat(lines)
          .singleElement()
          .asString()
          .startsWith("INFO the database wrote its commits");

      new Durability(database, log).correct();
      assertThat(lines).hasSize(1);
    }
  }

  @Test
  void looking_alone_changes_nothing(@TempDir Path folder) throws SQLException {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:file:" + folder.resolve("db"));
    try (Connection connection = database.getConnection()) {
      String before = writeDelay(connection);
      new Durability(database, log).look();
      assertThat(writeDelay(connection)).isEqualTo(before).isNotEqualTo("0");
      assertThat(lines).isEmpty();
    }
  }

  private static String writeDelay(Connection connection) throws SQLException {
    try (ResultSet row =
        connection
            .createStatement()
            .executeQuery(
                "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS"
                    + " WHERE SETTING_NAME = 'WRITE_DELAY'")) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  @Test
  void an_h2_in_memory_is_warned_about() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:");
    new Durability(database, log).look();
    assertThat(lines)
        .singleElement()
        .asString()
        .startsWith("WARNING the database is in memory: nothing it stores outlives this process");
  }

  @Test
  void an_innodb_that_flushes_late_is_warned_about(MariaDb server) throws SQLException {
    Durability durability = new Durability(server.dataSource(server.newDatabase()), log);
    durability.look();
    assertThat(lines).isEmpty();
    server.execute("", "SET GLOBAL innodb_flush_log_at_trx_commit = 2");
    try {
      durability.look();
    } finally {
      server.execute("", "SET GLOBAL innodb_flush_log_at_trx_commit = 1");
    }
    assertThat(lines)
        .containsExactly(
            "WARNING innodb_flush_log_at_trx_commit=2: a power cut may lose the commits of the last"
                + " second; 1 loses none");
  }
}
