package fanweb.manage.database;

import fanweb.platform.migration.ColumnKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table of ours in a database.
 *
 * @param name in lower case, as it is called in every database
 * @param quoted as this database's statements name it
 * @param columns in the order of the table
 * @param key the columns of its primary key, in the key's order; none without one
 */
record SiteTable(String name, String quoted, List<Column> columns, List<Column> key) {
  /**
   * A column.
   *
   * @param name in lower case
   * @param quoted as this database's statements name it
   * @param kind what it holds
   * @param counts whether the database numbers rows in it
   */
  record Column(String name, String quoted, ColumnKind kind, boolean counts) {}

  /** A column by its name in lower case. */
  Optional<Column> column(String called) {
    return columns.stream().filter(column -> column.name().equals(called)).findFirst();
  }

  /** The column in which the database numbers rows. */
  Optional<Column> counted() {
    return columns.stream().filter(Column::counts).findFirst();
  }

  /** Asks for all rows in the order of the key. */
  String select() {
    String order = key.isEmpty() ? "" : " ORDER BY " + list(key);
    return "SELECT " + list(columns) + " FROM " + quoted + order;
  }

  /** Adds a row with these columns. */
  String insert(List<Column> some) {
    String places = some.stream().map(column -> "?").collect(Collectors.joining(", "));
    return "INSERT INTO " + quoted + " (" + list(some) + ") VALUES (" + places + ")";
  }

  private static String list(List<Column> some) {
    return some.stream().map(Column::quoted).collect(Collectors.joining(", "));
  }
}
