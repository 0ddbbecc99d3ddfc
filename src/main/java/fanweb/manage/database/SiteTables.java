package fanweb.manage.database;

import fanweb.manage.database.SiteTable.Column;
import fanweb.platform.migration.ColumnKind;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The tables of the features in a database, as its driver describes them. Ours are those whose name
 * begins with a feature's, as in {@code chat_group}; the histories of migrations are nobody's data.
 */
final class SiteTables {
  private static final String HISTORY = "migrations_";

  private final Connection connection;
  private final DatabaseMetaData metadata;
  private final String quote;
  private final Set<String> features = new LinkedHashSet<>();

  SiteTables(Connection connection) throws SQLException {
    this.connection = connection;
    this.metadata = connection.getMetaData();
    this.quote = metadata.getIdentifierQuoteString();
    ScriptFile.all().forEach(script -> features.add(script.feature()));
  }

  /** Ours; each after those that its foreign keys point to, else by name. */
  List<SiteTable> all() throws SQLException {
    Map<String, String> ours = new TreeMap<>();
    for (String stored : stored()) {
      if (isOurs(lower(stored))) {
        ours.put(lower(stored), stored);
      }
    }
    List<SiteTable> tables = new ArrayList<>();
    for (String name : inOrder(ours)) {
      tables.add(table(ours.getOrDefault(name, name)));
    }
    return tables;
  }

  /** The names of all other tables there are. */
  List<String> others() throws SQLException {
    return stored().stream()
        .map(SiteTables::lower)
        .filter(name -> !isOurs(name) && !name.startsWith(HISTORY))
        .sorted()
        .toList();
  }

  private boolean isOurs(String name) {
    return features.stream().anyMatch(feature -> name.startsWith(feature + "_"));
  }

  private List<String> stored() throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet row =
        metadata.getTables(
            connection.getCatalog(),
            connection.getSchema(),
            "%",
            new String[] {"TABLE", "BASE TABLE"})) {
      while (row.next()) {
        names.add(row.getString("TABLE_NAME"));
      }
    }
    return names;
  }

  private Collection<String> inOrder(Map<String, String> ours) throws SQLException {
    Map<String, Set<String>> needs = new LinkedHashMap<>();
    for (Map.Entry<String, String> table : ours.entrySet()) {
      needs.put(table.getKey(), parents(table.getValue()));
    }
    Set<String> ordered = new LinkedHashSet<>();
    needs.keySet().forEach(name -> place(name, needs, ordered, new LinkedHashSet<>()));
    return ordered;
  }

  /** Tables that need each other come in the order in which they are met. */
  private static void place(
      String name, Map<String, Set<String>> needs, Set<String> ordered, Set<String> underWay) {
    if (underWay.add(name)) {
      needs.getOrDefault(name, Set.of()).stream()
          .filter(needs::containsKey)
          .forEach(parent -> place(parent, needs, ordered, underWay));
      ordered.add(name);
    }
  }

  private Set<String> parents(String stored) throws SQLException {
    Set<String> parents = new LinkedHashSet<>();
    try (ResultSet row =
        metadata.getImportedKeys(connection.getCatalog(), connection.getSchema(), stored)) {
      while (row.next()) {
        parents.add(lower(row.getString("PKTABLE_NAME")));
      }
    }
    return parents;
  }

  private SiteTable table(String stored) throws SQLException {
    Map<String, Column> columns = new LinkedHashMap<>();
    try (ResultSet row =
        metadata.getColumns(
            connection.getCatalog(), connection.getSchema(), escaped(stored), "%")) {
      while (row.next()) {
        String name = row.getString("COLUMN_NAME");
        ColumnKind kind = ColumnKind.of(row.getInt("DATA_TYPE"));
        boolean counts = "YES".equals(row.getString("IS_AUTOINCREMENT"));
        columns.put(lower(name), new Column(lower(name), quoted(name), kind, counts));
      }
    }
    List<Column> key = key(stored).map(columns::get).filter(one -> one != null).toList();
    return new SiteTable(lower(stored), quoted(stored), List.copyOf(columns.values()), key);
  }

  private Stream<String> key(String stored) throws SQLException {
    Map<Short, String> key = new TreeMap<>();
    try (ResultSet row =
        metadata.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), stored)) {
      while (row.next()) {
        key.put(row.getShort("KEY_SEQ"), lower(row.getString("COLUMN_NAME")));
      }
    }
    return key.values().stream();
  }

  /** In a pattern an underscore stands for any character. */
  private String escaped(String name) throws SQLException {
    return name.replace("_", metadata.getSearchStringEscape() + "_");
  }

  private String quoted(String name) {
    return quote + name + quote;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
