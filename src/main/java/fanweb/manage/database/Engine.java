package fanweb.manage.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What databases have different words for. */
enum Engine {
  /** Embedded, or a server of its own. */
  H2 {
    @Override
    int snapshot() {
      // H2's own level: JDBC has no name for it.
      return 6;
    }

    @Override
    void prepareReading(Connection connection) throws SQLException {
      execute(connection, "SET LAZY_QUERY_EXECUTION 1");
    }

    @Override
    int fetchSize() {
      return 0;
    }

    @Override
    void prepareWriting(Connection connection) {
      // Nothing to say.
    }

    @Override
    long next(Connection connection, SiteTable table) throws SQLException {
      String query =
          "SELECT IDENTITY_BASE FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = SCHEMA()"
              + " AND IDENTITY_BASE IS NOT NULL AND LOWER(TABLE_NAME) = '"
              + table.name()
              + "'";
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(query)) {
        return row.next() ? row.getLong(1) : 1;
      }
    }

    @Override
    void raise(Connection connection, SiteTable table, long next) throws SQLException {
      String column = table.counted().orElseThrow().quoted();
      execute(
          connection,
          "ALTER TABLE " + table.quoted() + " ALTER COLUMN " + column + " RESTART WITH " + next);
    }
  },

  /** MySQL and MariaDB. */
  MYSQL {
    @Override
    int snapshot() {
      return Connection.TRANSACTION_REPEATABLE_READ;
    }

    @Override
    void prepareReading(Connection connection) {
      // The snapshot is that of the first question.
    }

    @Override
    void prepareWriting(Connection connection) throws SQLException {
      // Nothing is cut to fit, and a number 0 is no request for the next one.
      execute(
          connection,
          "SET SESSION sql_mode ="
              + " CONCAT(@@sql_mode, ',STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO')");
    }

    @Override
    int fetchSize() {
      return 1000;
    }

    @Override
    long next(Connection connection, SiteTable table) throws SQLException {
      // The schema tables of MySQL keep a number that may be a day old.
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SHOW CREATE TABLE " + table.quoted())) {
        Matcher found = NEXT.matcher(row.next() ? row.getString(2) : "");
        return found.find() ? Long.parseLong(found.group(1)) : 1;
      }
    }

    @Override
    void raise(Connection connection, SiteTable table, long next) throws SQLException {
      execute(connection, "ALTER TABLE " + table.quoted() + " AUTO_INCREMENT = " + next);
    }
  };

  private static final Pattern NEXT = Pattern.compile("\\bAUTO_INCREMENT=(\\d+)");

  /** Which of them a connection is to. */
  static Engine of(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("H2") ? H2 : MYSQL;
  }

  /** The isolation in which a transaction sees what was there when it began. */
  abstract int snapshot();

  /** Has the results of this connection come row by row, not all at once. */
  abstract void prepareReading(Connection connection) throws SQLException;

  /** Has this connection refuse what it would have to change. */
  abstract void prepareWriting(Connection connection) throws SQLException;

  /** How many rows a driver may fetch at once. */
  abstract int fetchSize();

  /** The number that a table gives its next row. */
  abstract long next(Connection connection, SiteTable table) throws SQLException;

  /** Has a table give its next row this number, which is higher than all it gave. Commits. */
  abstract void raise(Connection connection, SiteTable table, long next) throws SQLException;

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
