package fanweb.manage.database;

import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.manage.Failure;
import fanweb.manage.Finding;
import fanweb.platform.InvalidSettingException;
import fanweb.platform.config.StartCheck;
import fanweb.platform.migration.ConnectionFailure;
import fanweb.platform.migration.Durability;
import fanweb.platform.migration.Migrations;
import fanweb.platform.migration.SchemaComparison;
import fanweb.platform.migration.SchemaDifference;
import fanweb.platform.migration.Script;
import fanweb.platform.migration.Script.State;
import fanweb.platform.migration.UnusableDatabaseException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a start would find, in its order: the settings, the database, how it keeps its commits, its
 * scripts and its tables. Ends where going on makes no sense. Changes nothing.
 */
public final class SiteChecks {
  private final Context context;
  private final List<Finding> findings = new ArrayList<>();

  /** With these settings. */
  public SiteChecks(Context context) {
    this.context = context;
  }

  /** Looks once, and tells what it found, in the order in which it looked. */
  public List<Finding> run() {
    if (settings()) {
      database();
    }
    return List.copyOf(findings);
  }

  private boolean settings() {
    try {
      StartCheck.run(context.reader())
          .forEach(weakness -> findings.add(Finding.weak("settings", weakness.toString())));
      ok("settings", "check.settings");
      return true;
    } catch (InvalidSettingException e) {
      findings.add(Finding.wrong("settings", "" + e.getMessage(), ExitCode.USAGE));
      return false;
    }
  }

  private void database() {
    try (SiteDatabase database = SiteDatabase.open(context)) {
      reached(database);
      durability(database);
      if (migrations(database)) {
        schema(database);
      }
    } catch (Failure e) {
      findings.add(Finding.wrong("database", "" + e.getMessage(), e.exitCode()));
    } catch (UnusableDatabaseException e) {
      wrong("database", "" + e.getMessage());
    } catch (SQLException e) {
      wrong("database", context.words().of("check.unread", ConnectionFailure.words(e)));
    }
  }

  private void reached(SiteDatabase database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      DatabaseMetaData it = connection.getMetaData();
      ok(
          "database",
          "check.database",
          database.name(),
          it.getDatabaseProductName(),
          it.getDatabaseProductVersion());
    }
  }

  private void durability(SiteDatabase database) {
    List<String> lines = new ArrayList<>();
    // What the start corrects is no weakness.
    new Durability(database.dataSource(), (level, line) -> lines.add(line)).look();
    lines.forEach(line -> findings.add(Finding.weak("durability", line)));
    if (lines.isEmpty()) {
      ok("durability", "check.durability");
    }
  }

  private boolean migrations(SiteDatabase database) {
    List<Script> scripts = new Migrations(database.dataSource()).scripts();
    List<Script> spoilt = scripts.stream().filter(Script::isSpoilt).toList();
    List<Script> pending =
        scripts.stream().filter(script -> script.state() == State.PENDING).toList();
    if (!spoilt.isEmpty()) {
      wrong("migrations", context.words().of("check.spoilt", titles(spoilt)));
    } else if (!pending.isEmpty()) {
      wrong("migrations", context.words().of("check.pending", pending.size(), titles(pending)));
    } else {
      ok("migrations", "check.migrations", scripts.size());
    }
    return spoilt.isEmpty() && pending.isEmpty();
  }

  /** The first of some scripts in one line. */
  static String titles(List<Script> scripts) {
    return scripts.stream()
            .limit(3)
            .map(script -> script.feature() + " " + script.version())
            .collect(Collectors.joining(", "))
        + (scripts.size() > 3 ? ", …" : "");
  }

  private void schema(SiteDatabase database) throws SQLException {
    List<SchemaDifference> differences =
        new SchemaComparison(SiteEntities.over(database.dataSource()))
            .differences(database.dataSource());
    differences.forEach(difference -> wrong("schema", difference.line()));
    if (differences.isEmpty()) {
      ok("schema", "check.schema");
    }
  }

  private void ok(String check, String key, Object... arguments) {
    findings.add(Finding.ok(check, context.words().of(key, arguments)));
  }

  private void wrong(String check, String line) {
    findings.add(Finding.wrong(check, line, ExitCode.UNUSABLE_DATABASE));
  }
}
