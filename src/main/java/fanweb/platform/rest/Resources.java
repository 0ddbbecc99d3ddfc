package fanweb.platform.rest;

import fanweb.platform.CsrfExempt;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which resources belong to which application: those of the feature {@code examples} to the
 * examples, all others to the API. Features are not listed anywhere: CDI knows their classes.
 */
public final class Resources {
  /** Jersey would describe the resources in a format of its own, at a path of its own. */
  static final Map<String, Object> PROPERTIES =
      Map.of("jersey.config.server.wadl.disableWadl", true);

  private static final String EXAMPLES = "fanweb.examples.";

  private Resources() {}

  /** The application that answers for a resource. */
  public static Class<? extends Application> applicationOf(Class<?> resource) {
    return resource.getName().startsWith(EXAMPLES)
        ? ExamplesApplication.class
        : ApiApplication.class;
  }

  static Set<Class<?>> of(Class<? extends Application> application) {
    return beans()
        .filter(type -> isPart(type, application))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<Class<?>> beans() {
    return CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .map(Bean::getBeanClass);
  }

  /**
   * Whether the resource at a path is marked as harmless when forged. Paths are compared as they
   * were sent: whatever writes them in another way is not exempt.
   */
  static boolean isExempt(String method, String path) {
    String open = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return Exempt.ROUTES.contains(method + " " + open);
  }

  /** Looked for once, when the first request asks. */
  private static final class Exempt {
    static final Set<String> ROUTES =
        beans()
            .filter(type -> type.isAnnotationPresent(Path.class))
            .flatMap(type -> Stream.of(type.getMethods()))
            .filter(method -> method.isAnnotationPresent(CsrfExempt.class))
            .flatMap(Exempt::routes)
            .collect(Collectors.toUnmodifiableSet());

    private static Stream<String> routes(Method method) {
      Class<?> type = method.getDeclaringClass();
      String path =
          applicationOf(type).getAnnotation(ApplicationPath.class).value()
              + "/"
              + type.getAnnotation(Path.class).value()
              + (method.isAnnotationPresent(Path.class)
                  ? "/" + method.getAnnotation(Path.class).value()
                  : "");
      return Stream.of(method.getAnnotations())
          .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
          .filter(verb -> verb != null)
          .map(verb -> verb.value() + " " + path);
    }
  }

  private static boolean isPart(Class<?> type, Class<? extends Application> application) {
    return type.isAnnotationPresent(Path.class)
        ? applicationOf(type).equals(application)
        : type.isAnnotationPresent(Provider.class) && type.getName().startsWith("fanweb.");
  }
}
