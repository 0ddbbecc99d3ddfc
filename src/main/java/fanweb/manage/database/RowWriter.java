package fanweb.manage.database;

import fanweb.manage.database.SiteTable.Column;
import fanweb.platform.migration.ConnectionFailure;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
  private static final int MOST_CHARACTERS = 1 << 20;

  private final Connection connection;
  private final Map<String, SiteTable> tables;
  private final Map<String, Long> counts = new TreeMap<>();

  private @Nullable PreparedStatement statement;
  private String sql = "";
  private int rows;
  private int characters;
  private long firstLine;

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
   * @throws BadDumpException when there is no such table or column, or a value is of another type;
   *     and for any row of the batch before it that the database refuses
   */
  void add(DumpLine line) throws SQLException {
    SiteTable table = table(line);
    JsonObject row = row(line);
    List<Column> columns = new ArrayList<>();
    for (String name : row.keySet()) {
      columns.add(column(line, table, name));
    }
    PreparedStatement insert = statement(table.insert(columns));
    for (int i = 0; i < columns.size(); i++) {
      bind(
          line, insert, i, columns.get(i), row.getOrDefault(columns.get(i).name(), JsonValue.NULL));
    }
    insert.addBatch();
    counts.merge(table.name(), 1L, Long::sum);
    characters += row.toString().length();
    if (rows++ == 0) {
      firstLine = line.number();
    }
    if (rows == MOST_ROWS || characters > MOST_CHARACTERS) {
      flush();
    }
  }

  private SiteTable table(DumpLine line) {
    String name = line.value().getString("table", "");
    SiteTable table = tables.get(name);
    if (table == null) {
      throw new BadDumpException("loaddata.unknown_table", line.number(), name);
    }
    return table;
  }

  private static JsonObject row(DumpLine line) {
    if (line.value().get("row") instanceof JsonObject row && !row.isEmpty()) {
      return row;
    }
    throw new BadDumpException("loaddata.no_row", line.number());
  }

  private static Column column(DumpLine line, SiteTable table, String name) {
    return table
        .column(name)
        .orElseThrow(
            () ->
                new BadDumpException("loaddata.unknown_column", line.number(), table.name(), name));
  }

  private static void bind(
      DumpLine line, PreparedStatement insert, int index, Column column, JsonValue value)
      throws SQLException {
    try {
      Cell.bind(insert, index + 1, column.kind(), value);
    } catch (IllegalArgumentException e) {
      throw new BadDumpException(
          e, "loaddata.wrong_type", line.number(), column.name(), column.kind());
    }
  }

  private PreparedStatement statement(String wanted) throws SQLException {
    PreparedStatement open = statement;
    if (open != null && sql.equals(wanted)) {
      return open;
    }
    close();
    open = connection.prepareStatement(wanted);
    statement = open;
    sql = wanted;
    return open;
  }

  /** Sends what is waiting. */
  void flush() throws SQLException {
    if (statement != null && rows > 0) {
      try {
        statement.executeBatch();
      } catch (SQLException e) {
        throw new BadDumpException(
            e, "loaddata.refused", firstLine, firstLine + rows - 1, ConnectionFailure.words(e));
      }
    }
    rows = 0;
    characters = 0;
  }

  /** Sends what is waiting, and ends. */
  @Override
  public void close() throws SQLException {
    PreparedStatement open = statement;
    if (open != null) {
      try (open) {
        flush();
      } finally {
        statement = null;
      }
    }
  }
}
