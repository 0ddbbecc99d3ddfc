package fanweb.manage.drafting;

import fanweb.platform.migration.ColumnKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows in a database in memory, so that what fails with rows fails here and not on a site: two in
 * each table, which are the same in nothing and have no more than they must.
 */
final class TrialRows {
  private static final int ROWS = 2;

  private final Connection connection;

  TrialRows(Connection connection) {
    this.connection = connection;
  }

  /** Adds them, to tables that take them. */
  void add(Collection<String> tables) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // Rows of one table know nothing of those of others.
      statement.execute("SET REFERENTIAL_INTEGRITY FALSE");
      for (String table : tables) {
        for (int number = 1; number <= ROWS; number++) {
          add(statement, table, number);
        }
      }
    }
  }

  private void add(Statement statement, String table, int number) throws SQLException {
    Set<List<String>> unique = FoundTable.of(connection, table).unique();
    Map<String, String> values = new LinkedHashMap<>();
    try (ResultSet row =
        connection
            .getMetaData()
            .getColumns(
                connection.getCatalog(),
                connection.getSchema(),
                table.replace("_", connection.getMetaData().getSearchStringEscape() + "_"),
                "%")) {
      while (row.next()) {
        String column = row.getString("COLUMN_NAME");
        if (isNeeded(row, unique.contains(List.of(column)))) {
          ColumnKind kind = ColumnKind.of(row.getInt("DATA_TYPE"));
          values.put("`" + column + "`", value(kind, number));
        }
      }
    }
    insert(statement, table, values);
  }

  /** What is unique is no null either: no script could fill it. */
  private static boolean isNeeded(ResultSet row, boolean isUnique) throws SQLException {
    return (isUnique || row.getString("IS_NULLABLE").equals("NO"))
        && row.getString("COLUMN_DEF") == null
        && !row.getString("IS_AUTOINCREMENT").equals("YES");
  }

  private static String value(ColumnKind kind, int number) {
    return switch (kind) {
      case YES_OR_NO -> number == 1 ? "TRUE" : "FALSE";
      case BYTES -> "X'0" + number + "'";
      case DAY -> "'2000-01-0" + number + "'";
      case TIME -> "'00:00:0" + number + "'";
      case MOMENT -> "'2000-01-01 00:00:0" + number + "'";
      default -> "'" + number + "'";
    };
  }

  private static void insert(Statement statement, String table, Map<String, String> values) {
    if (values.isEmpty()) {
      return;
    }
    try {
      statement.execute(
          "INSERT INTO `"
              + table
              + "` ("
              + String.join(", ", values.keySet())
              + ") VALUES ("
              + String.join(", ", values.values())
              + ")");
    } catch (SQLException e) {
      // One that scripts put there has the same key, or the type is a rare one: tried without.
    }
  }
}
