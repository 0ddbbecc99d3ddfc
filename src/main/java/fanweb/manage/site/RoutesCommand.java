package fanweb.manage.site;

import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.manage.Packaged;
import fanweb.platform.routes.Route;
import fanweb.platform.routes.Routes;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything the site answers. */
@Command(name = "routes")
public final class RoutesCommand implements Callable<Integer> {
  private final Context context;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  /** Made with what all commands are made with. */
  public RoutesCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<Route> routes =
        Routes.of(classes()).byFeature().values().stream().flatMap(List::stream).toList();
    PrintWriter out = context.console().out();
    if (json) {
      JsonArrayBuilder all = Json.createArrayBuilder();
      routes.forEach(route -> all.add(object(route)));
      out.println(all.build());
    } else {
      routes.forEach(route -> out.println(line(route)));
    }
    return ExitCode.OK;
  }

  private static List<Class<?>> classes() {
    return Packaged.under("fanweb").stream()
        .filter(path -> path.endsWith(".class") && !path.endsWith("-info.class"))
        .filter(path -> !path.startsWith("fanweb/manage/"))
        .flatMap(path -> load(path).stream())
        .toList();
  }

  private static Optional<Class<?>> load(String path) {
    try {
      String name = path.replaceFirst("\\.class$", "").replace('/', '.');
      return Optional.of(Class.forName(name, false, RoutesCommand.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      // An adapter of something that only servers have: it answers no request by itself.
      return Optional.empty();
    }
  }

  private static String line(Route route) {
    return "%-9s %-7s %-50s %s"
        .formatted(route.feature(), route.method(), route.path(), route.handler());
  }

  private static JsonObject object(Route route) {
    return Json.createObjectBuilder()
        .add("feature", route.feature())
        .add("method", route.method())
        .add("path", route.path())
        .add("handler", route.handler())
        .add("access", route.access().toString())
        .build();
  }
}
