package fanweb.manage.database;

import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.platform.migration.Migrations;
import fanweb.platform.migration.Script;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Every script, and what the database has had of it. */
@Command(name = "showmigrations")
public final class ShowMigrationsCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(arity = "0..1", paramLabel = "FEATURE", descriptionKey = "migrations.only_feature")
  private String feature = "";

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  /** Made with what all commands are made with. */
  public ShowMigrationsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (!feature.isEmpty()) {
      new AskedScripts(context).demand(feature);
    }
    try (SiteDatabase database = SiteDatabase.open(context)) {
      List<Script> asked =
          new Migrations(database.dataSource())
              .scripts().stream()
                  .filter(script -> feature.isEmpty() || script.feature().equals(feature))
                  .toList();
      context.list(asked, json, ShowMigrationsCommand::object, this::line);
    }
    return ExitCode.OK;
  }

  private String line(Script script) {
    String key = "showmigrations." + script.state().name().toLowerCase(Locale.ROOT);
    return context
        .words()
        .of(key, title(script), script.appliedAt().map(ShowMigrationsCommand::time).orElse(""));
  }

  private static String time(java.time.Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** How a script is called in lines for people. */
  static String title(Script script) {
    return script.feature() + " " + script.version() + " " + script.description();
  }

  /** How a script is told to programs. */
  static JsonObject object(Script script) {
    JsonObjectBuilder object =
        Json.createObjectBuilder()
            .add("feature", script.feature())
            .add("version", script.version())
            .add("description", script.description())
            .add("state", script.state().name().toLowerCase(Locale.ROOT));
    script.appliedAt().ifPresent(moment -> object.add("applied_at", time(moment)));
    return object.build();
  }
}
