package fanweb.platform.migration;

import fanweb.platform.Feature;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** The migrations of all installed features on one database. */
final class Migrations {
  private static final Logger LOG = System.getLogger(Migrations.class.getName());

  private static final ClassLoader LOADER = Migrations.class.getClassLoader();

  private final DataSource database;

  Migrations(DataSource database) {
    this.database = database;
  }

  /**
   * Applies what is missing, one feature after the other. Blocks; safe with several nodes at once,
   * one of which does the work while the others wait.
   *
   * @throws org.flywaydb.core.api.FlywayException when a script fails or an applied one was changed
   */
  void migrate() {
    Feature.installed().forEach(this::migrate);
  }

  private void migrate(Feature feature) {
    String scripts = "db/migration/" + feature.name();
    if (LOADER.getResource(scripts) != null) {
      report(feature, flyway(feature, scripts).migrate());
    }
  }

  private Flyway flyway(Feature feature, String scripts) {
    return Flyway.configure(LOADER)
        .dataSource(database)
        .locations("classpath:" + scripts)
        .table("migrations_" + feature.name())
        .validateMigrationNaming(true)
        // The features share a schema: the second one finds the first one's tables in it.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .failOnMissingLocations(true)
        .initSql(isH2() ? "SET MODE MySQL" : "")
        .load();
  }

  /** The scripts speak MySQL's dialect; an H2 that is not ours, a stock server's, is told so. */
  private boolean isH2() {
    try (Connection connection = database.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("H2");
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer: " + e.getMessage(), e);
    }
  }

  private static void report(Feature feature, MigrateResult result) {
    if (result.migrationsExecuted > 0) {
      LOG.log(
          Level.INFO,
          "event=migrated feature={0} scripts={1} version={2}",
          feature.name(),
          result.migrationsExecuted,
          result.targetSchemaVersion);
    }
  }
}
