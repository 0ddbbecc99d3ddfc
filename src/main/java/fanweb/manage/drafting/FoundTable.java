package fanweb.manage.drafting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What scripts have made of a table in an H2 in memory. Names are in lower case.
 *
 * @param columns the default of each, as SQL; empty where there is none
 * @param unique the columns of each index that lets no two rows be the same in them
 * @param indexed the columns of each index
 * @param references the columns of each foreign key, by its name
 */
record FoundTable(
    Map<String, String> columns,
    Set<List<String>> unique,
    Set<List<String>> indexed,
    Map<String, Set<String>> references) {
  private static final String COLUMNS =
      "SELECT COLUMN_NAME, COLUMN_DEFAULT FROM INFORMATION_SCHEMA.COLUMNS"
          + " WHERE TABLE_SCHEMA = SCHEMA() AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION";

  /** Reads it; without columns when it is not there. */
  static FoundTable of(Connection connection, String table) throws SQLException {
    String name = lower(table);
    return new FoundTable(
        columns(connection, name),
        indexes(connection, name, true),
        indexes(connection, name, false),
        references(connection, name));
  }

  private static Map<String, String> columns(Connection connection, String table)
      throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String fallback = row.getString(2);
          columns.put(
              lower(row.getString(1)), fallback == null ? "" : readable(connection, fallback));
        }
      }
    }
    return columns;
  }

  /** H2 writes other than ASCII in a way that MySQL does not read. */
  private static String readable(Connection connection, String literal) throws SQLException {
    if (!literal.startsWith("U&'")) {
      return literal;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT " + literal)) {
      row.next();
      return "'" + row.getString(1).replace("'", "''") + "'";
    }
  }

  private static Set<List<String>> indexes(Connection connection, String table, boolean unique)
      throws SQLException {
    Map<String, Map<Integer, String>> found = new HashMap<>();
    try (ResultSet row =
        connection
            .getMetaData()
            .getIndexInfo(connection.getCatalog(), connection.getSchema(), table, unique, false)) {
      while (row.next()) {
        found
            .computeIfAbsent(row.getString("INDEX_NAME"), name -> new TreeMap<>())
            .put(row.getInt("ORDINAL_POSITION"), lower(row.getString("COLUMN_NAME")));
      }
    }
    return found.values().stream()
        .map(columns -> List.copyOf(columns.values()))
        .collect(Collectors.toSet());
  }

  private static Map<String, Set<String>> references(Connection connection, String table)
      throws SQLException {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    try (ResultSet row =
        connection
            .getMetaData()
            .getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
      while (row.next()) {
        found
            .computeIfAbsent(lower(row.getString("FK_NAME")), name -> new LinkedHashSet<>())
            .add(lower(row.getString("FKCOLUMN_NAME")));
      }
    }
    return found;
  }

  /** Whether no two rows are the same in these. */
  boolean isUnique(List<String> some) {
    return unique.stream().anyMatch(index -> Set.copyOf(index).equals(Set.copyOf(some)));
  }

  /** Whether rows are found by these. */
  boolean isIndexed(List<String> some) {
    return indexed.stream()
        .anyMatch(
            index -> index.size() >= some.size() && index.subList(0, some.size()).equals(some));
  }

  /** Whether these point to another table. */
  boolean isReference(List<String> some) {
    return references.containsValue(Set.copyOf(some));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
