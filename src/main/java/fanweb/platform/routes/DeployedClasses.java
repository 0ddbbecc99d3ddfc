package fanweb.platform.routes;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a server has deployed of the project. */
final class DeployedClasses {
  private static final String CLASSES = "/WEB-INF/classes/";

  private final ServletContext context;

  DeployedClasses(ServletContext context) {
    this.context = context;
  }

  /** All routes; loads every class, so call it when somebody asks and keep the answer. */
  List<Route> routes() {
    return new RouteFinder(in(CLASSES + "fanweb/").toList(), this::mappings).find();
  }

  /** Those that were written down, and those that were added by the program. */
  private Collection<String> mappings(Class<?> servlet) {
    return context.getServletRegistrations().values().stream()
        .filter(registration -> servlet.getName().equals(registration.getClassName()))
        .map(ServletRegistration::getMappings)
        .flatMap(Collection::stream)
        .collect(Collectors.toSet());
  }

  private Stream<Class<?>> in(String folder) {
    Set<String> paths = context.getResourcePaths(folder);
    return (paths == null ? Set.<String>of() : paths)
        .stream()
            .sorted()
            .flatMap(path -> path.endsWith("/") ? in(path) : load(nameOf(path)).stream());
  }

  private static String nameOf(String path) {
    return path.substring(CLASSES.length()).replaceAll("\\.class$", "").replace('/', '.');
  }

  private Optional<Class<?>> load(String name) {
    try {
      return Optional.of(Class.forName(name, false, context.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      // A bundle of texts, or an adapter of something this server does not have: neither answers
      // requests here.
      return Optional.empty();
    }
  }
}
