package fanweb.manage.site;

import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.platform.DatabaseSettings;
import fanweb.platform.SettingsReader;
import fanweb.platform.config.ProcessSettings.Found;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Every setting with its value, who gave it, and what it is when nobody does. */
@Command(name = "settings")
public final class SettingsCommand implements Callable<Integer> {
  /** What the datasource has without anybody setting it. */
  private static final List<String> WITHOUT_DEFAULT =
      List.of("fanweb.db.user", "fanweb.db.password");

  private final Context context;

  @Parameters(arity = "0..*", paramLabel = "SETTING", descriptionKey = "settings.names")
  private List<String> names = List.of();

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  /** Made with what all commands are made with. */
  public SettingsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<String> asked = names.isEmpty() ? known().toList() : names;
    asked.forEach(this::demandKnown);
    context.list(asked, json, this::object, this::line);
    return ExitCode.OK;
  }

  private Stream<String> known() {
    return Stream.concat(context.settings().names(), WITHOUT_DEFAULT.stream()).sorted();
  }

  private void demandKnown(String name) {
    if (known().noneMatch(name::equals)) {
      throw context.failure(ExitCode.USAGE, "settings.unknown", name);
    }
  }

  private String line(String name) {
    String usual = shown(name, context.settings().defaultOf(name).orElse(""));
    Found found = found(name);
    return found.origin().isEmpty()
        ? context.words().of("settings.default", name, usual)
        : context
            .words()
            .of("settings.set", name, shown(name, found.value()), found.origin(), usual);
  }

  private JsonObject object(String name) {
    Found found = found(name);
    return Json.createObjectBuilder()
        .add("name", name)
        .add("value", shown(name, found.value()))
        .add("origin", found.origin().isEmpty() ? "default" : found.origin())
        .add("default", shown(name, context.settings().defaultOf(name).orElse("")))
        .build();
  }

  private Found found(String name) {
    return context.settings().find(name).orElse(new Found("", ""));
  }

  /** What may be read over a shoulder. */
  private String shown(String name, String value) {
    if (name.equals("fanweb.db.url")) {
      return DatabaseSettings.withoutSecrets(value);
    }
    return SettingsReader.isSecret(name) && !value.isEmpty()
        ? context.words().of("settings.hidden")
        : value;
  }
}
