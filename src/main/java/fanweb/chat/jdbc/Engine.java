package fanweb.chat.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is behind a data source, as far as transactions differ. */
enum Engine {
  /** H2 that forgets with its process. */
  H2_MEMORY(""),
  /** H2 with a file. */
  H2_FILE(""),
  MYSQL("SET SESSION innodb_lock_wait_timeout = 2"),
  // Not idle_write_transaction_timeout: rows that were only locked are not written yet.
  MARIADB("SET SESSION innodb_lock_wait_timeout = 2, SESSION idle_transaction_timeout = 3");

  /** File systems of H2's own that are memory. */
  private static final Pattern MEMORY_FILE = Pattern.compile("(?:^|:)(?:mem|nioMem)(?:FS|LZF):");

  /** How long a transaction may wait and be waited for, as a statement. */
  private final String limits;

  Engine(String limits) {
    this.limits = limits;
  }

  /** Asks a connection. */
  static Engine of(Connection connection) throws SQLException {
    DatabaseMetaData about = connection.getMetaData();
    if (!about.getDatabaseProductName().equals("H2")) {
      // MySQL's driver takes MariaDB for MySQL, of a version that says otherwise.
      String product = about.getDatabaseProductName() + ' ' + about.getDatabaseProductVersion();
      return product.contains("MariaDB") ? MARIADB : MYSQL;
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
   * and waits two seconds for a row that somebody else has locked, as H2 does by itself. On MariaDB
   * it ends, with all that it has locked, when its node does nothing for three seconds, as one does
   * that stands still and keeps its line; MySQL knows no such limit. A pool may keep both for
   * whoever comes next.
   */
  void prepare(Connection connection) throws SQLException {
    if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }
    if (!limits.isEmpty()) {
      execute(connection, limits);
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
