package fanweb.platform.rest;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which resources belong to which application: those of the feature {@code examples} to the
 * examples, all others to the API. Features are not listed anywhere: CDI knows their classes.
 */
public final class Resources {
  private static final String EXAMPLES = "fanweb.examples.";

  private Resources() {}

  /** The application that answers for a resource. */
  public static Class<? extends Application> applicationOf(Class<?> resource) {
    return resource.getName().startsWith(EXAMPLES)
        ? ExamplesApplication.class
        : ApiApplication.class;
  }

  static Set<Class<?>> of(Class<? extends Application> application) {
    return CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .<Class<?>>map(Bean::getBeanClass)
        .filter(type -> isPart(type, application))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isPart(Class<?> type, Class<? extends Application> application) {
    return type.isAnnotationPresent(Path.class)
        ? applicationOf(type).equals(application)
        : type.isAnnotationPresent(Provider.class) && type.getName().startsWith("fanweb.");
  }
}
