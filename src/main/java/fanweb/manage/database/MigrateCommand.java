package fanweb.manage.database;

import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.platform.migration.Migrations;
import fanweb.platform.migration.Script;
import fanweb.platform.migration.Script.State;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Applies the scripts that the database has not had: all of them, or a feature's up to one. */
@Command(name = "migrate")
public final class MigrateCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FEATURE",
      descriptionKey = "migrations.only_feature")
  private @Nullable String feature;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "VERSION",
      descriptionKey = "migrations.target")
  private @Nullable String target;

  @Option(names = "--plan", descriptionKey = "migrate.plan")
  private boolean planOnly;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  /** Made with what all commands are made with. */
  public MigrateCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    demandKnown();
    // What is only planned makes no file.
    try (SiteDatabase database =
        planOnly ? SiteDatabase.open(context) : SiteDatabase.openOrCreate(context)) {
      Migrations migrations = new Migrations(database.dataSource());
      List<Script> scripts = migrations.scripts();
      demandForward(scripts);
      if (planOnly) {
        demandSound(scripts);
      }
      List<Script> plan = scripts.stream().filter(this::isPlanned).toList();
      tell(plan);
      if (!planOnly) {
        apply(migrations);
      }
    }
    return ExitCode.OK;
  }

  private void demandKnown() {
    AskedScripts known = new AskedScripts(context);
    // An empty text is no feature: it may be a variable that a script has not set.
    if (feature != null) {
      known.demand(feature);
    }
    if (feature != null && target != null) {
      target = known.find(feature, target).version();
    }
  }

  /** Scripts have no way back. */
  private void demandForward(List<Script> scripts) {
    String version = target;
    if (version == null) {
      return;
    }
    scripts.stream()
        .filter(script -> script.feature().equals(feature) && script.state() != State.PENDING)
        .filter(script -> number(script.version()) > number(version))
        .reduce((earlier, later) -> later)
        .ifPresent(
            latest -> {
              throw context.failure(
                  ExitCode.USAGE, "migrate.backwards", latest.feature(), latest.version(), version);
            });
  }

  /** As applying does: who only looks is not to think that all is well. */
  private void demandSound(List<Script> scripts) {
    List<Script> spoilt = scripts.stream().filter(Script::isSpoilt).toList();
    if (!spoilt.isEmpty()) {
      throw context.failure(ExitCode.UNUSABLE_DATABASE, "check.spoilt", SiteChecks.titles(spoilt));
    }
  }

  private boolean isPlanned(Script script) {
    return script.state() == State.PENDING
        && (feature == null || script.feature().equals(feature))
        && (target == null || number(script.version()) <= number(target));
  }

  private static long number(String version) {
    return Long.parseLong(version);
  }

  private void tell(List<Script> plan) {
    context.list(plan, json, ShowMigrationsCommand::object, ShowMigrationsCommand::title);
    if (plan.isEmpty() && planOnly) {
      context.say("migrate.nothing");
    }
  }

  /** Asks for all again under the lock: others may have been faster, and scripts are validated. */
  private void apply(Migrations migrations) {
    ToldProgress progress = new ToldProgress(context);
    if (feature == null) {
      migrations.migrate(progress);
    } else {
      migrations.migrate(feature, Optional.ofNullable(target), progress);
    }
    if (progress.done() == 0) {
      context.say("migrate.nothing");
    } else {
      context.say("migrate.done", progress.done());
    }
  }
}
