package fanweb.manage.database;

import fanweb.platform.migration.Migrations;
import fanweb.platform.migration.Script;
import fanweb.platform.migration.Script.State;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Writes all rows of our tables as they are at one moment, while others may go on writing. Holds
 * one row in memory at a time.
 */
final class Dumping {
  private final DataSource database;
  private final InstantSource clock;
  private final RowProgress progress;

  /** Of this database. */
  Dumping(DataSource database, InstantSource clock, RowProgress progress) {
    this.database = database;
    this.clock = clock;
    this.progress = progress;
  }

  /** Writes them, and tells how many. */
  long to(OutputStream out) throws SQLException, IOException {
    Map<String, String> schema = schema(database);
    try (Connection connection = database.getConnection()) {
      Engine engine = Engine.of(connection);
      engine.prepareReading(connection);
      List<SiteTable> tables = new SiteTables(connection).all();
      connection.setTransactionIsolation(engine.snapshot());
      connection.setAutoCommit(false);
      DumpWriter writer = new DumpWriter(out);
      try {
        TableReader reader = new TableReader(connection, engine);
        progress.expect(count(tables, reader));
        writer.begin(header(connection, schema, tables));
        for (SiteTable table : tables) {
          write(table, reader, writer);
        }
      } finally {
        connection.rollback();
      }
      writer.end();
      return writer.count();
    }
  }

  /** Also begins the snapshot, before anybody asks for the next numbers. */
  private static long count(List<SiteTable> tables, TableReader reader) throws SQLException {
    long count = 0;
    for (SiteTable table : tables) {
      count += reader.count(table);
    }
    return count;
  }

  private void write(SiteTable table, TableReader reader, DumpWriter writer)
      throws SQLException, IOException {
    writer.table(table.name());
    reader.<IOException>each(
        table,
        row -> {
          writer.row(table.name(), row);
          progress.reached(table.name(), writer.count(), writer.count());
        });
  }

  private DumpHeader header(
      Connection connection, Map<String, String> schema, List<SiteTable> tables)
      throws SQLException {
    Map<String, Long> next = new TreeMap<>();
    Engine engine = Engine.of(connection);
    for (SiteTable table : tables) {
      if (table.counted().isPresent()) {
        next.put(table.name(), engine.next(connection, table));
      }
    }
    DatabaseMetaData source = connection.getMetaData();
    String version = Dumping.class.getPackage().getImplementationVersion();
    return new DumpHeader(
        version == null ? "" : version,
        clock.instant(),
        source.getDatabaseProductName() + " " + source.getDatabaseProductVersion(),
        schema,
        next);
  }

  /** The number of the last script that a database has had, of each feature that it knows. */
  static Map<String, String> schema(DataSource database) {
    Map<String, String> schema = new TreeMap<>();
    for (Script script : new Migrations(database).scripts()) {
      if (script.state() != State.PENDING) {
        schema.put(script.feature(), script.version());
      }
    }
    return schema;
  }
}
