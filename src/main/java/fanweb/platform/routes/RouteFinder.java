package fanweb.platform.routes;

import fanweb.platform.rest.Access;
import fanweb.platform.rest.ApiApplication;
import fanweb.platform.rest.Resources;
import fanweb.platform.security.HttpMethods;
import jakarta.servlet.http.HttpServlet;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds the routes of a deployment: its servlets as they are mapped, its sockets and resources as
 * they are annotated.
 */
final class RouteFinder {
  private final List<Class<?>> classes;
  private final Function<Class<?>, Collection<String>> mappings;

  /**
   * Looks at these.
   *
   * @param classes all of the project; only those that answer requests count
   * @param mappings where a servlet is
   */
  RouteFinder(List<Class<?>> classes, Function<Class<?>, Collection<String>> mappings) {
    this.classes = classes;
    this.mappings = mappings;
  }

  /** All routes. */
  List<Route> find() {
    return Stream.of(
            classes.stream().filter(HttpServlet.class::isAssignableFrom).flatMap(this::ofServlet),
            annotated(ServerEndpoint.class).filter(RouteFinder::isFirst).map(RouteFinder::ofSocket),
            annotated(Path.class).flatMap(RouteFinder::ofResource))
        .flatMap(routes -> routes)
        .distinct()
        .toList();
  }

  private Stream<Route> ofServlet(Class<?> type) {
    return HttpMethods.of(type).stream()
        .flatMap(method -> ofMappings(type, method, mappings.apply(type)));
  }

  private static Stream<Route> ofMappings(
      Class<?> type, String method, Collection<String> mappings) {
    String suffix = method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
    String handler = type.getSimpleName() + ".do" + suffix;
    return mappings.stream()
        .filter(mapping -> !mapping.equals("/") && !mapping.startsWith("/WEB-INF/"))
        .filter(mapping -> mapping.endsWith("/") || !mappings.contains(mapping + "/"))
        .map(mapping -> mapping.isEmpty() ? "/" : mapping.replace("*", "{path}"))
        .map(path -> new Route(featureOf(type), method, path, handler, Access.OPEN));
  }

  /**
   * An endpoint that extends another is the same one at the path with the slash, on some servers.
   */
  private static boolean isFirst(Class<?> endpoint) {
    return !endpoint.getSuperclass().isAnnotationPresent(ServerEndpoint.class);
  }

  private static Route ofSocket(Class<?> type) {
    String path = closed(type.getAnnotation(ServerEndpoint.class).value());
    return new Route(featureOf(type), "WS", path, type.getSimpleName(), Access.OPEN);
  }

  private static Stream<Route> ofResource(Class<?> type) {
    String prefix = Resources.applicationOf(type).getAnnotation(ApplicationPath.class).value();
    String base = joined(prefix, type.getAnnotation(Path.class).value());
    return Stream.of(type.getMethods())
        .flatMap(
            method ->
                Stream.of(method.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(verb -> verb != null)
                    .map(
                        verb ->
                            new Route(
                                featureOf(type),
                                verb.value(),
                                pathOf(base, method),
                                handler(method),
                                accessOf(method))));
  }

  private static String pathOf(String base, Method method) {
    Path path = method.getAnnotation(Path.class);
    return closed(path == null ? base : joined(base, path.value()));
  }

  private static String handler(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  private static Access accessOf(Method method) {
    boolean closed = Resources.applicationOf(method.getDeclaringClass()) == ApiApplication.class;
    return closed ? Access.of(method) : Access.OPEN;
  }

  private static String joined(String base, String path) {
    return ("/" + base + "/" + path).replaceAll("/+", "/");
  }

  private static String closed(String path) {
    return path.endsWith("/") ? path : path + "/";
  }

  private static String featureOf(Class<?> type) {
    return type.getName().split("\\.", 3)[1];
  }

  private Stream<Class<?>> annotated(Class<? extends Annotation> annotation) {
    return classes.stream().filter(type -> type.isAnnotationPresent(annotation));
  }
}
