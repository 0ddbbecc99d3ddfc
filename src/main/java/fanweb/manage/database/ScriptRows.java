package fanweb.manage.database;

import fanweb.platform.migration.Migrations;
import fanweb.platform.migration.Progress;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows that are in a database because its scripts put them there: those of one in memory that
 * has just had the same scripts.
 */
final class ScriptRows {
  private final Map<String, List<JsonObject>> rows;

  private ScriptRows(Map<String, List<JsonObject>> rows) {
    this.rows = rows;
  }

  /** After the scripts up to these numbers. */
  static ScriptRows of(Map<String, String> schema) throws SQLException {
    FreshConnections memory = FreshConnections.inMemory();
    try (Connection connection = memory.getConnection()) {
      Migrations migrations = new Migrations(memory);
      schema.forEach(
          (feature, version) ->
              migrations.migrate(feature, Optional.of(version), Progress.unheard()));
      Map<String, List<JsonObject>> rows = new HashMap<>();
      TableReader reader = new TableReader(connection, Engine.H2);
      for (SiteTable table : new SiteTables(connection).all()) {
        List<JsonObject> all = new ArrayList<>();
        reader.each(table, all::add);
        rows.put(table.name(), all);
      }
      return new ScriptRows(rows);
    }
  }

  /** Whether a table has these rows and no other. */
  boolean are(SiteTable table, TableReader reader) throws SQLException {
    List<JsonObject> expected = rows.getOrDefault(table.name(), List.of());
    if (reader.count(table) != expected.size()) {
      return false;
    }
    List<JsonObject> found = new ArrayList<>();
    reader.each(table, found::add);
    return found.equals(expected);
  }
}
