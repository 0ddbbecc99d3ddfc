package fanweb.manage.database;

import fanweb.manage.UndoneException;
import fanweb.manage.database.SiteTable.Column;
import fanweb.platform.migration.ConnectionFailure;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds the rows of a dump to their tables, in batches. Commits nothing. */
final class RowWriter implements AutoCloseable {
  private static final int MOST_ROWS = 500;
  private static final int MOST_BYTES = 1 << 20;

  private final Connection connection;
  private final Map<String, SiteTable> tables;
  private final Map<String, Long> counts = new TreeMap<>();

  private @Nullable PreparedStatement statement;
  private String sql = "";
  private List<Column> columns = List.of();
  private final List<DumpLine> waiting = new ArrayList<>();
  private int bytes;

  RowWriter(Connection connection, List<SiteTable> tables) {
    this.connection = connection;
    this.tables = tables.stream().collect(Collectors.toMap(SiteTable::name, Function.identity()));
  }

  /** How many rows of each table were given. */
  Map<String, Long> counts() {
    return counts;
  }

  /**
   * Takes a row.
   *
   * @throws UndoneException when there is no such table or column, or a value is of another type;
   *     and for a row before it that the database refuses
   */
  void add(DumpLine line) throws SQLException {
    SiteTable table = table(line);
    JsonObject row = row(line);
    List<Column> its = row.keySet().stream().map(name -> column(line, table, name)).toList();
    PreparedStatement insert = statement(table.insert(its), its);
    bind(line, insert);
    insert.addBatch();
    waiting.add(line);
    counts.merge(table.name(), 1L, Long::sum);
    bytes += line.bytes();
    if (waiting.size() == MOST_ROWS || bytes > MOST_BYTES) {
      flush();
    }
  }

  private SiteTable table(DumpLine line) {
    String name = line.value().getString("table", "");
    SiteTable table = tables.get(name);
    if (table == null) {
      throw new UndoneException("loaddata.unknown_table", line.number(), name);
    }
    return table;
  }

  private static JsonObject row(DumpLine line) {
    if (line.value().get("row") instanceof JsonObject row && !row.isEmpty()) {
      return row;
    }
    throw new UndoneException("loaddata.no_row", line.number());
  }

  private static Column column(DumpLine line, SiteTable table, String name) {
    return table
        .column(name)
        .orElseThrow(
            () ->
                new UndoneException("loaddata.unknown_column", line.number(), table.name(), name));
  }

  private void bind(DumpLine line, PreparedStatement insert) throws SQLException {
    JsonObject row = row(line);
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      try {
        Cell.bind(insert, i + 1, column.kind(), row.getOrDefault(column.name(), JsonValue.NULL));
      } catch (IllegalArgumentException e) {
        throw new UndoneException(
            e, "loaddata.wrong_type", line.number(), column.name(), column.kind());
      }
    }
  }

  private PreparedStatement statement(String wanted, List<Column> its) throws SQLException {
    PreparedStatement open = statement;
    if (open != null && sql.equals(wanted)) {
      return open;
    }
    flush();
    close();
    open = connection.prepareStatement(wanted);
    statement = open;
    sql = wanted;
    columns = its;
    return open;
  }

  /** Sends what is waiting. */
  void flush() throws SQLException {
    if (statement != null && !waiting.isEmpty()) {
      Savepoint before = connection.setSavepoint();
      try {
        statement.executeBatch();
        connection.releaseSavepoint(before);
      } catch (SQLException e) {
        connection.rollback(before);
        sendOneByOne(statement);
      }
    }
    waiting.clear();
    bytes = 0;
  }

  /** A batch does not tell which of its rows is refused. */
  private void sendOneByOne(PreparedStatement insert) throws SQLException {
    insert.clearBatch();
    for (DumpLine line : waiting) {
      bind(line, insert);
      try {
        insert.executeUpdate();
      } catch (SQLException e) {
        throw new UndoneException(e, "loaddata.refused", line.number(), ConnectionFailure.words(e));
      }
    }
  }

  /** Ends, without what is still waiting. */
  @Override
  public void close() throws SQLException {
    if (statement != null) {
      statement.close();
      statement = null;
    }
  }
}
