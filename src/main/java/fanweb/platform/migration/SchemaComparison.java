package fanweb.platform.migration;

import fanweb.platform.migration.SchemaDifference.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Compares the tables that the entities want with those that a database has. Names are compared
 * without regard to case, types by what they hold. Tables and columns that only the database has
 * are no difference, unless they keep the code from adding rows.
 */
public final class SchemaComparison {
  private final Metadata wanted;
  private final Dialect dialect;

  /** With what these entities want; their metadata knows the database's dialect. */
  public SchemaComparison(Metadata wanted) {
    this.wanted = wanted;
    this.dialect = wanted.getDatabase().getDialect();
  }

  /**
   * All differences, by table and in the order of the columns; empty when code and database agree.
   */
  public List<SchemaDifference> differences(DataSource database) throws SQLException {
    Map<String, Map<String, FoundColumn>> found = tables(database);
    return wanted.collectTableMappings().stream()
        .filter(Table::isPhysicalTable)
        .collect(Collectors.toMap(Table::getName, Function.identity(), (a, b) -> a, TreeMap::new))
        .values()
        .stream()
        .flatMap(table -> compare(table, found.get(key(table.getName()))))
        .toList();
  }

  private static Map<String, Map<String, FoundColumn>> tables(DataSource database)
      throws SQLException {
    Map<String, Map<String, FoundColumn>> tables = new TreeMap<>();
    try (Connection connection = database.getConnection();
        ResultSet row =
            connection
                .getMetaData()
                .getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
      while (row.next()) {
        FoundColumn column = FoundColumn.of(row);
        tables
            .computeIfAbsent(key(row.getString("TABLE_NAME")), name -> new TreeMap<>())
            .put(key(column.name()), column);
      }
    }
    return tables;
  }

  private Stream<SchemaDifference> compare(
      Table table, @Nullable Map<String, FoundColumn> columns) {
    if (columns == null) {
      return Stream.of(new SchemaDifference(Kind.MISSING_TABLE, table.getName(), "", "", ""));
    }
    Set<String> known = new TreeSet<>();
    List<SchemaDifference> differences = new ArrayList<>();
    for (Column column : table.getColumns()) {
      known.add(key(column.getName()));
      Difference difference = new Difference(table, column, columns.get(key(column.getName())));
      differences.addAll(difference.all());
    }
    columns.values().stream()
        .filter(column -> !column.fillsItself() && !known.contains(key(column.name())))
        .map(column -> unknown(table, column))
        .forEach(differences::add);
    return differences.stream();
  }

  private static SchemaDifference unknown(Table table, FoundColumn column) {
    return new SchemaDifference(
        Kind.UNKNOWN_AND_REQUIRED, table.getName(), column.name(), "", column.type());
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** One column, here and there. */
  private final class Difference {
    private final Table table;
    private final Column column;
    private final @Nullable FoundColumn found;

    Difference(Table table, Column column, @Nullable FoundColumn found) {
      this.table = table;
      this.column = column;
      this.found = found;
    }

    List<SchemaDifference> all() {
      if (found == null) {
        return List.of(of(Kind.MISSING_COLUMN, ""));
      }
      return Stream.of(inType(found), inNull(found)).flatMap(Optional::stream).toList();
    }

    private Optional<SchemaDifference> inType(FoundColumn is) {
      ColumnKind kind = ColumnKind.of(column.getSqlTypeCode(wanted));
      if (!kind.isHeldBy(is.kind())) {
        return Optional.of(of(Kind.WRONG_TYPE, is.type()));
      }
      Long length = column.getColumnSize(dialect, wanted).getLength();
      boolean isShort = kind.hasLength() && length != null && is.size() < length;
      return isShort ? Optional.of(of(Kind.TOO_SHORT, is.type())) : Optional.empty();
    }

    private Optional<SchemaDifference> inNull(FoundColumn is) {
      boolean mayBeNull = column.isNullable() && !isKey();
      if (mayBeNull == is.mayBeNull()) {
        return Optional.empty();
      }
      return Optional.of(of(mayBeNull ? Kind.NOT_NULLABLE : Kind.NULLABLE, is.type()));
    }

    private boolean isKey() {
      return table.hasPrimaryKey() && table.getPrimaryKey().containsColumn(column);
    }

    private SchemaDifference of(Kind kind, String type) {
      return new SchemaDifference(
          kind, table.getName(), column.getName(), column.getSqlType(wanted), type);
    }
  }
}
