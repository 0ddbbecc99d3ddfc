package fanweb.manage.drafting;

import fanweb.platform.migration.ColumnKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/**
 * How scripts say what entities want, for MySQL and for H2 as MySQL. Hibernate knows the types; its
 * own statements are for one database and have no defaults for rows from before.
 */
final class ScriptSql {
  /** Text is compared byte by byte, whatever its table or the database would do. */
  private static final String COLLATION = " COLLATE utf8mb4_bin";

  private static final Pattern OUTSIDE_QUOTES = Pattern.compile("'[^']*'|[^']+");
  private static final Pattern WITHOUT_DEFAULT = Pattern.compile("(TINY|MEDIUM|LONG)?(TEXT|BLOB)");

  private final Metadata wanted;
  private final Dialect dialect;

  /** For these, whose dialect is that of scripts. */
  ScriptSql(Metadata wanted) {
    this.wanted = wanted;
    this.dialect = wanted.getDatabase().getDialect();
  }

  /** What one calls the column's type. */
  String type(Column column) {
    return OUTSIDE_QUOTES.matcher(column.getSqlType(wanted)).replaceAll(ScriptSql::upper);
  }

  private static String upper(MatchResult part) {
    String text = part.group();
    return Matcher.quoteReplacement(text.startsWith("'") ? text : text.toUpperCase(Locale.ROOT));
  }

  /** The keys that let no two rows be the same, those of single columns too. */
  static Collection<UniqueKey> uniqueKeys(Table table) {
    for (Column column : table.getColumns()) {
      if (column.isUnique()) {
        // Hibernate makes it no sooner than when it makes the table.
        UniqueKey key = table.getOrCreateUniqueKey(column.getUniqueKeyName());
        if (!key.containsColumn(column)) {
          key.addColumn(column);
        }
      }
    }
    return table.getUniqueKeys().values();
  }

  /** The default that the entity itself gives the column, as SQL; empty without one. */
  static String declared(Column column) {
    return column.getDefaultValue() == null ? "" : column.getDefaultValue();
  }

  /** Whether MySQL lets the column have a default. */
  boolean mayHaveDefault(Column column) {
    return !WITHOUT_DEFAULT.matcher(type(column)).matches();
  }

  /** What rows from before need in the column. */
  NeededDefault neededDefault(Table table, Column column) {
    Long length = column.getColumnSize(dialect, wanted).getLength();
    return new NeededDefault(
        table.getName() + "." + column.getName(),
        type(column),
        kind(column),
        length == null ? 0 : length);
  }

  private ColumnKind kind(Column column) {
    return ColumnKind.of(column.getSqlTypeCode(wanted));
  }

  /** A whole table with its keys, and those foreign keys. */
  String create(Table table, List<ForeignKey> references) {
    List<String> parts = new ArrayList<>();
    table.getColumns().forEach(column -> parts.add(inTable(table, column)));
    if (table.hasPrimaryKey() && table.getPrimaryKey().getColumnSpan() > 1) {
      parts.add("PRIMARY KEY " + list(table.getPrimaryKey().getColumns()));
    }
    for (UniqueKey key : uniqueKeys(table)) {
      parts.add("UNIQUE KEY " + key.getName() + " " + list(key.getColumns()));
    }
    for (Index index : table.getIndexes().values()) {
      parts.add("KEY " + index.getName() + " " + list(index));
    }
    references.forEach(reference -> parts.add(constraint(reference)));
    return parts.stream()
        .collect(
            Collectors.joining(
                ",\n  ",
                "CREATE TABLE " + name(table) + " (\n  ",
                "\n) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin"));
  }

  private String inTable(Table table, Column column) {
    boolean isKey = table.isPrimaryKey(column);
    return definition(column, column.isNullable() && !isKey, declared(column))
        + (isKey && table.getPrimaryKey().getColumnSpan() == 1 ? " PRIMARY KEY" : "");
  }

  private String definition(Column column, boolean mayBeNull, String fallback) {
    return column.getQuotedName(dialect)
        + " "
        + type(column)
        + (mayBeNull ? " NULL" : " NOT NULL")
        + (fallback.isEmpty() ? "" : " DEFAULT " + fallback)
        + (column.isIdentity() ? " AUTO_INCREMENT" : "");
  }

  private String standing(Column column, boolean mayBeNull, String fallback) {
    boolean isText = kind(column) == ColumnKind.TEXT || kind(column) == ColumnKind.WORD;
    return definition(column, mayBeNull, fallback) + (isText ? COLLATION : "");
  }

  /** A column that rows from before get; {@code fallback} is its default, if any. */
  String add(Table table, Column column, boolean mayBeNull, String fallback) {
    return alter(table) + "ADD COLUMN " + standing(column, mayBeNull, fallback);
  }

  /** All that a column is, which replaces what it was. */
  String modify(Table table, Column column, boolean mayBeNull, String fallback) {
    return alter(table) + "MODIFY COLUMN " + standing(column, mayBeNull, fallback);
  }

  /** A value for rows that have none. */
  String fill(Table table, Column column, String value) {
    String name = column.getQuotedName(dialect);
    return "UPDATE " + name(table) + " SET " + name + " = " + value + " WHERE " + name + " IS NULL";
  }

  /** Takes a column away with all that is in it. */
  String drop(Table table, String column) {
    return alter(table) + "DROP COLUMN " + column;
  }

  /** A column that points to another table cannot go before. */
  String dropReference(Table table, String name) {
    return alter(table) + "DROP FOREIGN KEY " + name;
  }

  /** Lets no two rows be the same. */
  String unique(UniqueKey key) {
    return "CREATE UNIQUE INDEX " + on(key.getName(), key.getTable()) + list(key.getColumns());
  }

  /** Finds rows faster. */
  String index(Index index) {
    return "CREATE INDEX " + on(index.getName(), index.getTable()) + list(index);
  }

  /** Has a row for all that is pointed to. */
  String reference(ForeignKey key) {
    return alter(key.getTable()) + "ADD " + constraint(key);
  }

  private String constraint(ForeignKey key) {
    Table target = key.getReferencedTable();
    List<Column> columns =
        key.isReferenceToPrimaryKey()
            ? target.getPrimaryKey().getColumns()
            : key.getReferencedColumns();
    OnDeleteAction action = key.getOnDeleteAction();
    return "CONSTRAINT "
        + key.getName()
        + " FOREIGN KEY "
        + list(key.getColumns())
        + " REFERENCES "
        + name(target)
        + " "
        + list(columns)
        + (action == null || action == OnDeleteAction.NO_ACTION
            ? ""
            : " ON DELETE " + action.toSqlString().toUpperCase(Locale.ROOT));
  }

  private String on(String name, Table table) {
    return name + " ON " + name(table) + " ";
  }

  private String alter(Table table) {
    return "ALTER TABLE " + name(table) + " ";
  }

  private String name(Table table) {
    return table.getQuotedName(dialect);
  }

  private String list(List<Column> columns) {
    return columns.stream()
        .map(column -> column.getQuotedName(dialect))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private String list(Index index) {
    return index.getSelectables().stream()
        .map(one -> one.getText(dialect) + order(index, one))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String order(Index index, Selectable column) {
    String order = index.getSelectableOrderMap().get(column);
    return order == null ? "" : " " + order.toUpperCase(Locale.ROOT);
  }
}
