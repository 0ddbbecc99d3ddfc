package fanweb.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Says at the start which methods of the API nobody can use, for it is hardly what was meant. */
@Singleton
public final class ClosedMethods {
  private static final Logger LOG = System.getLogger(ClosedMethods.class.getName());

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    in(Resources.of(ApiApplication.class)).forEach(name -> LOG.log(Level.WARNING, line(name)));
  }

  private static String line(String name) {
    return "event=closed_method method=" + name + ": it does not say who may use it";
  }

  /** Their names, as in {@code UserResource.list}. */
  static List<String> in(Collection<Class<?>> types) {
    return types.stream()
        .filter(type -> type.isAnnotationPresent(Path.class))
        .flatMap(type -> Stream.of(type.getMethods()))
        .filter(Access::answers)
        .filter(method -> Access.of(method).kind() == Access.Kind.NOBODY)
        .map(ClosedMethods::name)
        .sorted()
        .toList();
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }
}
