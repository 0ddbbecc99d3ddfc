package fanweb.manage.drafting;

import fanweb.manage.UndoneException;
import fanweb.platform.migration.SchemaDifference;
import fanweb.platform.migration.SchemaDifference.Kind;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/** The scripts of one table. */
final class TableDrafts {
  private static final Set<Kind> IN_TYPE = Set.of(Kind.WRONG_TYPE, Kind.TOO_SHORT);

  private final String feature;
  private final Table table;
  private final FoundTable found;
  private final ScriptSql sql;
  private final Consumer<DraftScript> drafts;

  /**
   * Of a table of a feature.
   *
   * @param drafts takes each script when it is made
   */
  TableDrafts(
      String feature, Table table, FoundTable found, ScriptSql sql, Consumer<DraftScript> drafts) {
    this.feature = feature;
    this.table = table;
    this.found = found;
    this.sql = sql;
    this.drafts = drafts;
  }

  /** Whether scripts have made the table already. */
  boolean isThere() {
    return !found.columns().isEmpty();
  }

  /** Makes the table, with its keys and those foreign keys. */
  void create(List<ForeignKey> references) {
    draft("create", "", "A table that was not there.", sql.create(table, references));
  }

  /**
   * Makes its columns what they should be.
   *
   * @param literals what rows from before get, as SQL
   */
  void columns(List<SchemaDifference> differences, Function<NeededDefault, String> literals) {
    Map<String, EnumSet<Kind>> kinds = new LinkedHashMap<>();
    differences.forEach(
        one ->
            kinds
                .computeIfAbsent(lower(one.column()), name -> EnumSet.noneOf(Kind.class))
                .add(one.kind()));
    for (Column column : table.getColumns()) {
      EnumSet<Kind> its = kinds.getOrDefault(lower(column.getName()), EnumSet.noneOf(Kind.class));
      if (its.contains(Kind.MISSING_COLUMN)) {
        add(column, literals);
      } else {
        change(column, its, literals);
      }
    }
  }

  private void add(Column column, Function<NeededDefault, String> literals) {
    if (column.isNullable()) {
      String note = "A column that may be empty needs no value for rows from before.";
      draft(
          "add", column.getName(), note, sql.add(table, column, true, ScriptSql.declared(column)));
    } else if (sql.mayHaveDefault(column)) {
      String value = value(column, literals);
      String note = "A column that must have a value: rows from before get " + value + ".";
      draft("add", column.getName(), note, sql.add(table, column, false, value));
    } else {
      String note = "MySQL has no defaults for such columns: rows from before get a value next.";
      draft("add", column.getName(), note, sql.add(table, column, true, ""));
      demandValue(column, value(column, literals));
    }
  }

  private void change(
      Column column, EnumSet<Kind> kinds, Function<NeededDefault, String> literals) {
    boolean fills = kinds.contains(Kind.NULLABLE);
    boolean mayBeNull = fills || (column.isNullable() && !table.isPrimaryKey(column));
    if (kinds.stream().anyMatch(IN_TYPE::contains)) {
      boolean widens = kinds.contains(Kind.TOO_SHORT);
      modify(
          widens ? "widen" : "change",
          column,
          widens ? "Longer values fit." : "Values of another type.",
          mayBeNull);
    } else if (kinds.contains(Kind.NOT_NULLABLE)) {
      modify("relax", column, "The column may be empty.", true);
    }
    if (fills && isUnique(column)) {
      String note = "The column must have a value; fill rows that have none by a script before.";
      modify("require", column, note, false);
    } else if (fills) {
      demandValue(column, value(column, literals));
    }
  }

  /** MySQL would make something up for rows that have none, H2 refuses. */
  private void demandValue(Column column, String value) {
    String note = "Rows without a value get " + value + ": the column must have one from now on.";
    draft("fill", column.getName(), note, sql.fill(table, column, value));
    modify("require", column, "The column must have a value.", false);
  }

  private void modify(String verb, Column column, String note, boolean mayBeNull) {
    String fallback = found.columns().getOrDefault(lower(column.getName()), "");
    draft(verb, column.getName(), note, sql.modify(table, column, mayBeNull, fallback));
  }

  private boolean isUnique(Column column) {
    return ScriptSql.uniqueKeys(table).stream()
        .anyMatch(key -> key.getColumns().equals(List.of(column)));
  }

  /** One value would not do for two rows. */
  private String value(Column column, Function<NeededDefault, String> literals) {
    NeededDefault needed = sql.neededDefault(table, column);
    if (isUnique(column)) {
      throw new UndoneException("makemigrations.unique", needed.column());
    }
    String declared = ScriptSql.declared(column);
    return declared.isEmpty() ? literals.apply(needed) : declared;
  }

  /** Makes the keys that it has not, foreign ones after all others. */
  void keys() {
    for (UniqueKey key : ScriptSql.uniqueKeys(table)) {
      if (!found.isUnique(names(key.getColumns()))) {
        String note = "No two rows are the same in this.";
        draft("unique", joined(names(key.getColumns())), note, sql.unique(key));
      }
    }
    for (Index index : table.getIndexes().values()) {
      List<String> names = names(index);
      if (!found.isIndexed(names)) {
        draft("index", joined(names), "Rows are looked up by this.", sql.index(index));
      }
    }
    table.getForeignKeys().values().stream()
        .filter(key -> isWanted(key) && !found.isReference(names(key.getColumns())))
        .forEach(this::reference);
  }

  /** Whether a foreign key is more than an association of entities. */
  static boolean isWanted(ForeignKey key) {
    return key.isCreationEnabled() && key.isPhysicalConstraint();
  }

  /** Makes one foreign key. */
  void reference(ForeignKey key) {
    String note = "What this points to is there.";
    draft("link", joined(names(key.getColumns())), note, sql.reference(key));
  }

  /** Takes columns away, with the foreign keys that hold them. */
  void drop(Collection<String> columns) {
    for (String column : columns) {
      found
          .references()
          .forEach(
              (name, its) -> {
                if (its.contains(column)) {
                  String note = "MySQL drops no column that points to another table.";
                  draft("unlink", column, note, sql.dropReference(table, name));
                }
              });
      String note = "A field is gone, and its column with it.";
      draft("drop", column, note, sql.drop(table, column));
    }
  }

  /** The columns that no entity has. */
  List<String> others() {
    List<String> known = names(List.copyOf(table.getColumns()));
    return found.columns().keySet().stream().filter(name -> !known.contains(name)).toList();
  }

  private void draft(String verb, String what, String note, String statement) {
    String name =
        Stream.of(verb, table.getName().substring(feature.length() + 1), what)
            .filter(part -> !part.isEmpty())
            .map(part -> lower(part).replaceAll("[^a-z0-9_]", "_"))
            .reduce((first, second) -> first + "_" + second)
            .orElseThrow();
    drafts.accept(new DraftScript(feature, name, note, statement));
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(column -> lower(column.getName())).toList();
  }

  private static List<String> names(Index index) {
    return index.getSelectables().stream()
        .map(one -> lower(one.getText()).replace("`", ""))
        .toList();
  }

  private static String joined(List<String> names) {
    return String.join("_", names).replaceAll("_id(?=_|$)", "");
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
