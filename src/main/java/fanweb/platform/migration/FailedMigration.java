package fanweb.platform.migration;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.ValidateOutput;

/** Says what is wrong with a feature's scripts or with what a database got of them. */
final class FailedMigration {
  private final String feature;
  private final Flyway flyway;

  FailedMigration(String feature, Flyway flyway) {
    this.feature = feature;
    this.flyway = flyway;
  }

  /** One line: which script, what about it, and how to mend it. */
  String line(FlywayException failure) {
    if (failure instanceof FlywayValidateException) {
      return flyway.validateWithResult().invalidMigrations.stream()
          .map(this::line)
          .collect(Collectors.joining("; "));
    }
    return Arrays.stream(flyway.info().all())
        .filter(script -> script.getState().isFailed())
        .findFirst()
        .map(script -> halfDone(name(script), ConnectionFailure.words(failure)))
        .orElseGet(() -> feature + "'s scripts: " + ConnectionFailure.words(failure));
  }

  private String line(ValidateOutput script) {
    String name = name(script);
    ErrorCode code = script.errorDetails.errorCode;
    if (code == CoreErrorCode.APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED) {
      return "the database is ahead: it has had the script "
          + name
          + ", which this version has not; start the version that has it, or restore a backup made"
          + " before it";
    }
    if (code == CoreErrorCode.RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED) {
      return "the database is behind: it has had later scripts than "
          + name
          + ", but not this one; give it the highest number of its feature";
    }
    if (code == CoreErrorCode.FAILED_VERSIONED_MIGRATION) {
      return halfDone(name, "at an earlier start");
    }
    return "the script "
        + name
        + " was changed after the database had had it: put it back as it was, and write a new one";
  }

  private String halfDone(String name, String reason) {
    return "the script "
        + name
        + " failed ("
        + reason
        + ") and may be half done: mend it, undo by hand what it did, then DELETE FROM "
        + flyway.getConfiguration().getTable()
        + " WHERE success = 0";
  }

  private String name(MigrationInfo script) {
    return feature + "/" + script.getScript();
  }

  private String name(ValidateOutput script) {
    return Arrays.stream(flyway.info().all())
        .filter(info -> info.getVersion() != null)
        .filter(info -> info.getVersion().getVersion().equals(script.version))
        .findFirst()
        .map(this::name)
        .orElse(feature + "/" + script.version + " " + script.description);
  }
}
