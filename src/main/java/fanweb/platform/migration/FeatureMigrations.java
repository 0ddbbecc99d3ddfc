package fanweb.platform.migration;

import fanweb.platform.migration.Script.State;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.output.MigrateResult;

/** The scripts of one feature on one database, which has a history of them in a table. */
final class FeatureMigrations {
  private static final Logger LOG = System.getLogger(FeatureMigrations.class.getName());

  private static final ClassLoader LOADER = FeatureMigrations.class.getClassLoader();

  private final DataSource database;
  private final String feature;
  private final String location;
  private final boolean exist;

  private FeatureMigrations(DataSource database, String feature, String location, boolean exist) {
    this.database = database;
    this.feature = feature;
    this.location = location;
    this.exist = exist;
  }

  /** Those in a folder on the class path, which need not be there. */
  static FeatureMigrations onClassPath(DataSource database, String feature, String folder) {
    boolean exist = LOADER.getResource(folder) != null;
    return new FeatureMigrations(database, feature, "classpath:" + folder, exist);
  }

  /** Those in a folder on disk, which need not be there. */
  static FeatureMigrations onDisk(DataSource database, String feature, Path folder) {
    String location = "filesystem:" + folder.toAbsolutePath();
    return new FeatureMigrations(database, feature, location, Files.isDirectory(folder));
  }

  String feature() {
    return feature;
  }

  /** Whether the feature has any. */
  boolean exist() {
    return exist;
  }

  /** All scripts, those here and those that the database has had, by their numbers. */
  List<Script> scripts(boolean isEmbedded) {
    Flyway flyway = flyway(isEmbedded, Optional.empty(), Progress.unheard());
    try {
      return Arrays.stream(flyway.info().all())
          .filter(info -> !info.getState().equals(MigrationState.BASELINE))
          .map(info -> script(feature, info))
          .toList();
    } catch (FlywayException e) {
      throw new UnusableDatabaseException(feature + "'s scripts: " + ConnectionFailure.words(e), e);
    }
  }

  /**
   * Applies what is missing.
   *
   * @param target the number of the last to apply; empty for all
   * @throws UnusableDatabaseException as {@link Migrations#migrate()}
   */
  void migrate(boolean isEmbedded, Optional<String> target, Progress progress) {
    Flyway flyway = flyway(isEmbedded, target, progress);
    try {
      report(flyway.migrate());
    } catch (FlywayException e) {
      throw new UnusableDatabaseException(new FailedMigration(feature, flyway).line(e), e);
    }
  }

  private Flyway flyway(boolean isEmbedded, Optional<String> target, Progress progress) {
    Stream<Callback> embedded = isEmbedded ? Stream.of(new H2Mode()) : Stream.empty();
    Stream<Callback> heard = Stream.of(new ProgressCallback(feature, progress));
    return Flyway.configure(LOADER)
        .dataSource(database)
        .locations(location)
        .table("migrations_" + feature)
        .validateMigrationNaming(true)
        // Not the default, which takes no offence at scripts from the future.
        .ignoreMigrationPatterns("*:pending")
        // The features share a schema: the second one finds the first one's tables in it.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .failOnMissingLocations(true)
        .target(target.map(MigrationVersion::fromVersion).orElse(MigrationVersion.LATEST))
        .callbacks(Stream.concat(embedded, heard).toArray(Callback[]::new))
        .load();
  }

  static Script script(String feature, MigrationInfo info) {
    return new Script(
        feature,
        info.getVersion().getVersion(),
        info.getDescription(),
        state(info),
        Optional.ofNullable(info.getInstalledOn()).map(java.util.Date::toInstant));
  }

  private static State state(MigrationInfo info) {
    MigrationState state = info.getState();
    if (state.isFailed()) {
      return State.FAILED;
    }
    if (!state.isApplied()) {
      return state == MigrationState.IGNORED ? State.SKIPPED : State.PENDING;
    }
    if (!state.isResolved()) {
      return State.UNKNOWN;
    }
    return info.isChecksumMatching() ? State.APPLIED : State.CHANGED;
  }

  private void report(MigrateResult result) {
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
