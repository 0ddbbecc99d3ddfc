package fanweb.platform.migration;

import fanweb.platform.Feature;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The migrations of all installed features on one database. Any thread. */
public final class Migrations {
  /** The folder on the class path that has a folder of scripts for each feature. */
  public static final String ROOT = "db/migration";

  private static final Logger LOG = System.getLogger(Migrations.class.getName());

  private final DataSource database;
  private final List<FeatureMigrations> features;

  /** Those of the installed features. */
  public Migrations(DataSource database) {
    this(database, Feature.installed().stream().map(Feature::name).toList(), ROOT);
  }

  /**
   * Migrations of these features.
   *
   * @param root the folder on the class path that has a folder for each
   */
  Migrations(DataSource database, List<String> features, String root) {
    this(
        database,
        features.stream()
            .map(name -> FeatureMigrations.onClassPath(database, name, root + "/" + name)));
  }

  private Migrations(DataSource database, Stream<FeatureMigrations> features) {
    this.database = database;
    this.features = features.filter(FeatureMigrations::exist).toList();
  }

  /**
   * Those of the installed features as they lie on disk.
   *
   * @param root the folder that has a folder for each
   */
  public static Migrations onDisk(DataSource database, Path root) {
    return new Migrations(
        database,
        Feature.installed().stream()
            .map(Feature::name)
            .map(name -> FeatureMigrations.onDisk(database, name, root.resolve(name))));
  }

  /**
   * All scripts in the order in which they are applied, with what the database has had of each.
   * Changes nothing.
   *
   * @throws UnusableDatabaseException when the histories cannot be read
   */
  public List<Script> scripts() {
    try (Connection connection = database.getConnection()) {
      boolean isEmbedded = MigrationLock.isEmbedded(connection);
      return features.stream().flatMap(one -> one.scripts(isEmbedded).stream()).toList();
    } catch (SQLException e) {
      throw new UnusableDatabaseException("its histories cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Applies what is missing, one feature after the other. Blocks; safe with several nodes at once,
   * one of which does the work while the others wait.
   *
   * @throws UnusableDatabaseException when a script fails, an applied one was changed or is not
   *     there, or one is missing between those that were applied
   */
  public void migrate() {
    migrate(Progress.unheard());
  }

  /** As {@link #migrate()}, and tells how it goes on. */
  public void migrate(Progress progress) {
    try (MigrationLock lock = MigrationLock.take(database, progress)) {
      features.forEach(feature -> feature.migrate(lock.isEmbedded(), Optional.empty(), progress));
      warnOfOthers();
    } catch (SQLException e) {
      throw unlockable(e);
    }
  }

  /**
   * As {@link #migrate()}, but of one feature alone.
   *
   * @param target the number of the last script to apply; empty for all
   */
  public void migrate(String feature, Optional<String> target, Progress progress) {
    try (MigrationLock lock = MigrationLock.take(database, progress)) {
      features.stream()
          .filter(one -> one.feature().equals(feature))
          .forEach(one -> one.migrate(lock.isEmbedded(), target, progress));
    } catch (SQLException e) {
      throw unlockable(e);
    }
  }

  private static UnusableDatabaseException unlockable(SQLException e) {
    return new UnusableDatabaseException("the database cannot be locked: " + e.getMessage(), e);
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
        String owner = table.replaceFirst("^migrations_", "");
        if (features.stream().noneMatch(feature -> feature.feature().equals(owner))) {
          LOG.log(
              Level.WARNING,
              "the database also has the tables of a feature that is not in this version, see {0}:"
                  + " was the feature taken out, or is this version older than the database?",
              table);
        }
      }
    }
  }
}
