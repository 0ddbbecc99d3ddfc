package fanweb.manage.drafting;

import fanweb.manage.UndoneException;
import fanweb.manage.database.FreshConnections;
import fanweb.manage.database.SiteEntities;
import fanweb.platform.Feature;
import fanweb.platform.migration.ConnectionFailure;
import fanweb.platform.migration.Migrations;
import fanweb.platform.migration.SchemaComparison;
import fanweb.platform.migration.SchemaDifference;
import fanweb.platform.migration.SchemaDifference.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;

/**
 * Drafts the scripts that make of what the scripts there are have made what the entities want. Asks
 * no site's database: the scripts are applied to one in memory, which is there until this is
 * closed. One thread.
 */
final class Drafting implements AutoCloseable {
  private static final List<String> FEATURES =
      Feature.installed().stream().map(Feature::name).toList();

  private final FreshConnections memory = FreshConnections.inMemory();
  private final Connection connection;
  private final Metadata wanted;
  private final ScriptSql sql;
  private final String feature;

  /**
   * Applies the scripts there are.
   *
   * @param wanted entities as {@link #read} reads them
   * @param folder has a folder of scripts for each feature
   * @param feature whose tables are looked at; empty for all
   * @throws fanweb.platform.migration.UnusableDatabaseException when one of the scripts fails
   */
  Drafting(Metadata wanted, Path folder, String feature) throws SQLException {
    this.wanted = wanted;
    this.sql = new ScriptSql(wanted);
    this.feature = feature;
    this.connection = memory.getConnection();
    try {
      Migrations.onDisk(memory, folder).migrate();
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Reads entities as scripts are written for them. Asks no site's database. */
  static Metadata read(List<Class<?>> entities) {
    return SiteEntities.metadata(
        Map.of(
            // Whether there is one is looked at in any case.
            "jakarta.persistence.nonJtaDataSource",
            FreshConnections.inMemory(),
            "hibernate.boot.allow_jdbc_metadata_access",
            false,
            "hibernate.dialect",
            new ScriptDialect(),
            "hibernate.implicit_naming_strategy",
            new ScriptNames()),
        entities);
  }

  /**
   * The scripts, in the order in which they have to be applied; none when all is as it should be.
   *
   * @param literals gives what rows from before get, as SQL
   * @param drops columns that no entity has, as in {@code account_role.note}, which are to go
   * @throws UndoneException when there is something that scripts cannot do
   */
  List<DraftScript> drafts(Function<NeededDefault, String> literals, Set<String> drops)
      throws SQLException {
    List<DraftScript> drafts = new ArrayList<>();
    Map<Table, TableDrafts> missing = tables(drafts::add);
    Map<Table, TableDrafts> there = new LinkedHashMap<>(missing);
    missing.values().removeIf(TableDrafts::isThere);
    there.keySet().removeAll(missing.keySet());
    Map<String, List<SchemaDifference>> differences = differences();
    List<Runnable> circular = create(missing);
    there.forEach(
        (table, its) -> its.columns(differences.getOrDefault(key(table), List.of()), literals));
    there.values().forEach(TableDrafts::keys);
    circular.forEach(Runnable::run);
    there.forEach((table, its) -> its.drop(dropped(table, its, drops)));
    return drafts.stream()
        .sorted(Comparator.comparing(draft -> FEATURES.indexOf(draft.feature())))
        .toList();
  }

  /** Each after those it points to. Returns what makes the keys of those that need each other. */
  private static List<Runnable> create(Map<Table, TableDrafts> missing) {
    Map<Table, TableDrafts> ordered = new LinkedHashMap<>();
    missing.keySet().forEach(table -> place(table, missing, ordered, new HashSet<>()));
    Set<Table> waiting = new HashSet<>(ordered.keySet());
    List<Runnable> circular = new ArrayList<>();
    ordered.forEach(
        (table, its) -> {
          waiting.remove(table);
          Map<Boolean, List<ForeignKey>> isEarly =
              references(table)
                  .collect(
                      Collectors.partitioningBy(key -> waiting.contains(key.getReferencedTable())));
          its.create(isEarly.getOrDefault(false, List.of()));
          isEarly
              .getOrDefault(true, List.of())
              .forEach(key -> circular.add(() -> its.reference(key)));
        });
    return circular;
  }

  private static void place(
      Table table,
      Map<Table, TableDrafts> missing,
      Map<Table, TableDrafts> ordered,
      Set<Table> underWay) {
    TableDrafts its = missing.get(table);
    if (its != null && underWay.add(table)) {
      references(table).forEach(key -> place(key.getReferencedTable(), missing, ordered, underWay));
      ordered.putIfAbsent(table, its);
    }
  }

  private static Stream<ForeignKey> references(Table table) {
    return table.getForeignKeys().values().stream().filter(TableDrafts::isWanted);
  }

  private static List<String> dropped(Table table, TableDrafts its, Set<String> drops) {
    return its.others().stream()
        .filter(column -> drops.contains(key(table) + "." + column))
        .toList();
  }

  /**
   * The columns of tables of entities that no entity has; they are nobody's, or written by JDBC.
   */
  Set<String> others() throws SQLException {
    Set<String> others = new TreeSet<>();
    tables(draft -> {})
        .forEach(
            (table, its) -> its.others().forEach(column -> others.add(key(table) + "." + column)));
    return others;
  }

  /** Those of them without which no row could be added. */
  Set<String> obstacles() throws SQLException {
    return differences().values().stream()
        .flatMap(List::stream)
        .filter(one -> one.kind() == Kind.UNKNOWN_AND_REQUIRED)
        .map(one -> lower(one.table() + "." + one.column()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Applies scripts after those there are, to tables with rows, and compares again.
   *
   * @throws UndoneException when one fails, or something is still different
   */
  void tryOut(List<DraftScript> drafts, Set<String> drops) throws SQLException {
    new TrialRows(connection).add(tablesForRows());
    try (Statement statement = connection.createStatement()) {
      for (DraftScript draft : drafts) {
        apply(statement, draft);
      }
    }
    List<DraftScript> remaining = drafts(NeededDefault::column, drops);
    if (!remaining.isEmpty()) {
      throw new UndoneException(
          "makemigrations.remaining",
          remaining.stream().map(DraftScript::title).collect(Collectors.joining(", ")));
    }
  }

  /** Which values of one type would do for another only who knows them can tell. */
  private List<String> tablesForRows() throws SQLException {
    Map<String, List<SchemaDifference>> differences = differences();
    return tables(draft -> {}).keySet().stream()
        .map(Drafting::key)
        .filter(
            table ->
                differences.getOrDefault(table, List.of()).stream()
                    .noneMatch(one -> one.kind() == Kind.WRONG_TYPE))
        .toList();
  }

  private static void apply(Statement statement, DraftScript draft) {
    try {
      statement.execute(draft.sql());
    } catch (SQLException e) {
      throw new UndoneException(
          e, "makemigrations.fails", draft.title(), ConnectionFailure.words(e));
    }
  }

  private Map<String, List<SchemaDifference>> differences() throws SQLException {
    return new SchemaComparison(wanted)
        .differences(memory).stream()
            .filter(one -> isAsked(one.table()))
            .collect(
                Collectors.groupingBy(
                    one -> lower(one.table()), TreeMap::new, Collectors.toList()));
  }

  private Map<Table, TableDrafts> tables(Consumer<DraftScript> drafts) throws SQLException {
    Map<Table, TableDrafts> tables = new LinkedHashMap<>();
    List<Table> sorted =
        wanted.collectTableMappings().stream()
            .filter(table -> table.isPhysicalTable() && isAsked(table.getName()))
            .sorted(Comparator.comparing(Drafting::key))
            .toList();
    for (Table table : sorted) {
      FoundTable found = FoundTable.of(connection, table.getName());
      tables.put(table, new TableDrafts(feature(table.getName()), table, found, sql, drafts));
    }
    return tables;
  }

  private boolean isAsked(String table) {
    return feature.isEmpty() || feature(table).equals(feature);
  }

  /** Tables are called after their feature: those that join others have no class to ask. */
  private static String feature(String table) {
    return FEATURES.stream()
        .filter(name -> lower(table).startsWith(name + "_"))
        .max(Comparator.comparing(String::length))
        .orElseThrow(
            () ->
                new UndoneException(
                    "makemigrations.no_feature",
                    table,
                    FEATURES.stream().map(name -> name + "_").collect(Collectors.joining(", "))));
  }

  private static String key(Table table) {
    return lower(table.getName());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Forgets the database. */
  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
