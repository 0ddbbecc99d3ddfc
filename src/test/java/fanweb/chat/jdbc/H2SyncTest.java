package fanweb.chat.jdbc;

import static fanweb.chat.jdbc.Chat.append;
import static fanweb.chat.jdbc.Chat.message;
import static org.assertj.core.api.Assertions.assertThat;

import fanweb.channel.GroupName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the disk is told, and what is no disk. */
class H2SyncTest {
  private static final GroupName GROUP = new GroupName("123");

  @TempDir private Path folder;

  @Test
  void whatIsAnsweredWasSynced() throws SQLException {
    FilePath files = new CountedFiles();
    FilePath.register(files);
    DataSource database = database("counted:" + folder.resolve("db") + ";WRITE_DELAY=0");
    migrate(database);
    JdbcJournal journal = new JdbcJournal(database, () -> "epoch");
    append(journal, message(GROUP, "the first makes the group"));
    try {
      for (int i = 0; i < 10; i++) {
        int before = CountedFiles.SYNCS.get();
        append(journal, message(GROUP, "text"));
        assertThat(CountedFiles.SYNCS).hasValueGreaterThan(before);
      }
    } finally {
      shutDown(database);
      FilePath.unregister(files);
    }
  }

  /** H2 2.5 led a reader of its file to an older state whenever it had used space again. */
  @Test
  void whatIsAnsweredIsFoundAfterACrash() throws Exception {
    DataSource database =
        database("file:" + folder.resolve("db") + ";WRITE_DELAY=0;RETENTION_TIME=0");
    migrate(database);
    JdbcJournal journal = new JdbcJournal(database, () -> "epoch");
    for (long head = 1; head <= 30; head++) {
      append(journal, message(GROUP, "text"));
      assertThat(headAfterACrash()).isEqualTo(head);
    }
    shutDown(database);
  }

  /** What somebody finds who opens the file as it is now, with its writer still at work. */
  private long headAfterACrash() throws Exception {
    Path file = folder.resolve("crashed.mv.db");
    Files.copy(folder.resolve("db.mv.db"), file, StandardCopyOption.REPLACE_EXISTING);
    DataSource crashed = database("file:" + folder.resolve("crashed"));
    try (Connection connection = crashed.getConnection();
        ResultSet row =
            connection
                .createStatement()
                .executeQuery("SELECT COALESCE(MAX(head), 0) FROM chat_group")) {
      row.next();
      return row.getLong(1);
    } finally {
      shutDown(crashed);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mem:db, false",
    "mem:, false",
    "nioMemFS:db, false",
    "memLZF:db, false",
    "file:, true",
    "nio:, true",
    "async:, true"
  })
  void onlyAFileOutlivesTheProcess(String url, boolean durable) throws SQLException {
    DataSource database =
        database(durable ? url + folder.resolve("db") : url + ";DB_CLOSE_DELAY=-1");

    assertThat(new JdbcJournal(database, () -> "epoch").isDurable()).isEqualTo(durable);
    shutDown(database);
  }

  private static DataSource database(String url) {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:" + url);
    return database;
  }

  private static void migrate(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.createStatement().execute("SET DB_CLOSE_DELAY -1");
      connection.createStatement().execute("SET MODE MySQL");
    }
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration/chat")
        .load()
        .migrate();
  }

  private static void shutDown(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.createStatement().execute("SHUTDOWN");
    }
  }
}
