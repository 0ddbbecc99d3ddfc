package fanweb.platform.migration;

import fanweb.platform.Feature;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.output.MigrateResult;

/** The migrations of all installed features on one database. */
final class Migrations {
  private static final Logger LOG = System.getLogger(Migrations.class.getName());

  private static final ClassLoader LOADER = Migrations.class.getClassLoader();

  private final DataSource database;
  private final List<String> features;
  private final String root;

  Migrations(DataSource database) {
    this(database, Feature.installed().stream().map(Feature::name).toList(), "db/migration");
  }

  /**
   * Migrations of these features.
   *
   * @param root the folder on the class path that has a folder for each
   */
  Migrations(DataSource database, List<String> features, String root) {
    this.database = database;
    this.features = List.copyOf(features);
    this.root = root;
  }

  /**
   * Applies what is missing, one feature after the other. Blocks; safe with several nodes at once,
   * one of which does the work while the others wait.
   *
   * @throws UnusableDatabaseException when a script fails, an applied one was changed or is not
   *     there, or one is missing between those that were applied
   */
  void migrate() {
    try (MigrationLock lock = MigrationLock.take(database)) {
      features.forEach(feature -> migrate(feature, lock.isEmbedded()));
      warnOfOthers();
    } catch (SQLException e) {
      throw new UnusableDatabaseException("the database cannot be locked: " + e.getMessage(), e);
    }
  }

  private void migrate(String feature, boolean isEmbedded) {
    String scripts = root + "/" + feature;
    if (LOADER.getResource(scripts) == null) {
      return;
    }
    Flyway flyway = flyway(feature, scripts, isEmbedded);
    try {
      report(feature, flyway.migrate());
    } catch (FlywayException e) {
      throw new UnusableDatabaseException(new FailedMigration(feature, flyway).line(e), e);
    }
  }

  /** A feature may have been taken out on purpose; or this is an older version, put back. */
  private void warnOfOthers() throws SQLException {
    try (Connection connection = database.getConnection();
        ResultSet tables =
            connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), "migrations%", null)) {
      while (tables.next()) {
        String table = tables.getString("TABLE_NAME");
        if (!features.contains(table.replaceFirst("^migrations_", ""))) {
          LOG.log(
              Level.WARNING,
              "the database also has the tables of a feature that is not in this version, see {0}:"
                  + " was the feature taken out, or is this version older than the database?",
              table);
        }
      }
    }
  }

  private Flyway flyway(String feature, String scripts, boolean isEmbedded) {
    return Flyway.configure(LOADER)
        .dataSource(database)
        .locations("classpath:" + scripts)
        .table("migrations_" + feature)
        .validateMigrationNaming(true)
        // Not the default, which takes no offence at scripts from the future.
        .ignoreMigrationPatterns("*:pending")
        // The features share a schema: the second one finds the first one's tables in it.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .failOnMissingLocations(true)
        .callbacks(isEmbedded ? new Callback[] {new H2Mode()} : new Callback[0])
        .load();
  }

  private static void report(String feature, MigrateResult result) {
    if (result.migrationsExecuted > 0) {
      LOG.log(
          Level.INFO,
          "event=migrated feature={0} scripts={1} version={2}",
          feature,
          result.migrationsExecuted,
          result.targetSchemaVersion);
    }
  }
}
