package fanweb.manage.site;

import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.manage.Packaged;
import fanweb.platform.routes.Route;
import fanweb.platform.routes.Routes;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
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
    context.list(routes, json, RoutesCommand::object, RoutesCommand::line);
    return ExitCode.OK;
  }

  private static List<Class<?>> classes() {
    // What cannot be loaded here is an adapter: it answers no request by itself.
    return Packaged.classes()
        .filter(name -> !name.startsWith("fanweb.manage."))
        .flatMap(name -> Packaged.load(name).stream())
        .toList();
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
