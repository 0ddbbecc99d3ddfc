package fanweb.manage.database;

import fanweb.manage.database.SiteTable.Column;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Reads the rows of tables over one connection, one at a time, in the order of the key. */
final class TableReader {
  private final Connection connection;
  private final int fetchSize;

  /**
   * Over a connection that is used for nothing else meanwhile.
   *
   * @param connection to this engine
   */
  TableReader(Connection connection, Engine engine) throws SQLException {
    this.connection = connection;
    boolean isMysqlDriver = connection.getMetaData().getDriverName().startsWith("MySQL");
    // The word by which MySQL's driver is told not to collect all rows first.
    this.fetchSize = isMysqlDriver ? Integer.MIN_VALUE : engine.fetchSize();
  }

  /** Hands over each row. */
  <E extends Exception> void each(SiteTable table, Receiver<E> receiver) throws SQLException, E {
    try (Statement statement =
            connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        ResultSet row = rows(statement, table)) {
      while (row.next()) {
        receiver.accept(object(row, table.columns()));
      }
    }
  }

  private ResultSet rows(Statement statement, SiteTable table) throws SQLException {
    statement.setFetchSize(fetchSize);
    return statement.executeQuery(table.select());
  }

  private static JsonObject object(ResultSet row, List<Column> columns) throws SQLException {
    JsonObjectBuilder object = DumpLine.JSON.createObjectBuilder();
    for (int i = 0; i < columns.size(); i++) {
      object.add(columns.get(i).name(), Cell.read(row, i + 1, columns.get(i).kind()));
    }
    return object.build();
  }

  /** How many rows a table has. */
  long count(SiteTable table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table.quoted())) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Takes a row. */
  @FunctionalInterface
  interface Receiver<E extends Exception> {
    /** Takes the next one. */
    void accept(JsonObject row) throws E;
  }
}
