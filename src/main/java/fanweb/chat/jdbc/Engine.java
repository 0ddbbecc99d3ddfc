package fanweb.chat.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is behind a data source, as far as transactions differ. */
enum Engine {
  /** H2 that forgets with its process. */
  H2_MEMORY,
  /** H2 with a file. */
  H2_FILE,
  /** MySQL's or MariaDB's. */
  INNODB;

  /** File systems of H2's own that are memory. */
  private static final Pattern MEMORY_FILE = Pattern.compile("(?:^|:)(?:mem|nioMem)(?:FS|LZF):");

  /** Asks a connection. */
  static Engine of(Connection connection) throws SQLException {
    if (!connection.getMetaData().getDatabaseProductName().equals("H2")) {
      return INNODB;
    }
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("SELECT DATABASE_PATH()")) {
      row.next();
      return isFile(row.getString(1)) ? H2_FILE : H2_MEMORY;
    }
  }

  private static boolean isFile(@Nullable String path) {
    return path != null && !MEMORY_FILE.matcher(path).find();
  }

  /**
   * Prepares a connection for a transaction: it sees what others committed before each statement,
   * and waits two seconds for a row that somebody else has locked, as H2 does by itself. A pool may
   * keep the latter for whoever comes next.
   */
  void prepare(Connection connection) throws SQLException {
    if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }
    if (this == INNODB) {
      execute(connection, "SET SESSION innodb_lock_wait_timeout = 2");
    }
  }

  /**
   * Makes the disk have what was committed, so that it survives a power cut. H2 has written it by
   * then, but does not sync; the others have done both.
   */
  void sync(Connection connection) throws SQLException {
    if (this == H2_FILE) {
      execute(connection, "CHECKPOINT SYNC");
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
