package fanweb.manage.database;

import fanweb.manage.UndoneException;
import fanweb.platform.migration.Migrations;
import fanweb.platform.migration.Progress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Puts the rows of a dump into a database that has none: all of them, or none. One without tables
 * gets those of the dump's time first and, when the rows are in, what scripts came later.
 */
final class Loading {
  /** Groups that nobody has spoken in yet have the stream of the origin. */
  private static final List<String> NEW_STREAMS =
      List.of("UPDATE chat_group SET epoch = UUID()", "DELETE FROM chat_origin");

  private final DataSource database;
  private final Migrations migrations;
  private final boolean replace;
  private final boolean isOld;
  private final Progress scripts;
  private final RowProgress progress;

  /**
   * Into this database.
   *
   * @param replace whether rows that are there may go
   * @param isOld whether people may have seen more than is in the dump: then each group gets
   *     another stream, or they would take what is said next for what they have seen
   */
  Loading(
      DataSource database, boolean replace, boolean isOld, Progress scripts, RowProgress progress) {
    this.database = database;
    this.migrations = new Migrations(database);
    this.replace = replace;
    this.isOld = isOld;
    this.scripts = scripts;
    this.progress = progress;
  }

  /**
   * Loads them, and tells how many.
   *
   * @param header its first line
   * @param dump the lines after that
   * @throws UndoneException when it cannot be; then the database has the rows it had
   */
  long from(DumpHeader header, DumpReader dump) throws SQLException, IOException {
    Map<String, String> found = Dumping.schema(database);
    SchemaMatch match = new SchemaMatch(header, found);
    if (!replace) {
      demandEmpty(found);
    }
    match.missing().forEach(this::migrate);
    long rows;
    try (Connection connection = database.getConnection()) {
      Engine engine = Engine.of(connection);
      engine.prepareWriting(connection);
      List<SiteTable> tables = new SiteTables(connection).all();
      for (SiteTable table : tables) {
        raise(connection, engine, table, header);
      }
      rows = replace(connection, tables, dump);
    }
    migrations.migrate(scripts);
    if (isOld) {
      renewStreams();
    }
    return rows;
  }

  private void migrate(String feature, String version) {
    migrations.migrate(feature, Optional.of(version), scripts);
  }

  private void demandEmpty(Map<String, String> schema) throws SQLException {
    ScriptRows known = ScriptRows.of(schema);
    try (Connection connection = database.getConnection()) {
      TableReader reader = new TableReader(connection, Engine.of(connection));
      for (SiteTable table : new SiteTables(connection).all()) {
        if (!known.are(table, reader)) {
          throw new UndoneException("loaddata.not_empty", table.name(), reader.count(table));
        }
      }
    }
  }

  /** After all scripts, for dumps from before there were streams. */
  private void renewStreams() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      for (String sql : NEW_STREAMS) {
        execute(connection, sql);
      }
      connection.commit();
    }
  }

  /**
   * Numbers of rows that were deleted are not given again: ids stand in what others keep. Comes
   * first, for it commits; should the rows not follow, some numbers are never used.
   */
  private static void raise(
      Connection connection, Engine engine, SiteTable table, DumpHeader header)
      throws SQLException {
    Long next = header.next().get(table.name());
    if (next != null && table.counted().isPresent() && next > engine.next(connection, table)) {
      engine.raise(connection, table, next);
    }
  }

  private long replace(Connection connection, List<SiteTable> tables, DumpReader dump)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    try {
      List<SiteTable> children = new ArrayList<>(tables);
      Collections.reverse(children);
      for (SiteTable table : children) {
        execute(connection, "DELETE FROM " + table.quoted());
      }
      Map<String, Long> counts = insert(connection, tables, dump);
      verify(connection, tables, counts);
      connection.commit();
      return counts.values().stream().mapToLong(Long::longValue).sum();
    } finally {
      // Of what was committed there is nothing to take back.
      connection.rollback();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Map<String, Long> insert(Connection connection, List<SiteTable> tables, DumpReader dump)
      throws SQLException, IOException {
    try (RowWriter writer = new RowWriter(connection, tables)) {
      Optional<DumpLine> line = dump.row(writer.counts());
      while (line.isPresent()) {
        writer.add(line.get());
        progress.reached(
            line.get().value().getString("table"), line.get().number() - 1, dump.bytes());
        line = dump.row(writer.counts());
      }
      writer.flush();
      return writer.counts();
    }
  }

  private static void verify(
      Connection connection, List<SiteTable> tables, Map<String, Long> counts) throws SQLException {
    TableReader reader = new TableReader(connection, Engine.of(connection));
    for (SiteTable table : tables) {
      long expected = counts.getOrDefault(table.name(), 0L);
      long found = reader.count(table);
      if (found != expected) {
        throw new UndoneException("loaddata.miscounted", table.name(), expected, found);
      }
    }
  }
}
