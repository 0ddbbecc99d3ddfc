package fanweb.platform.routes;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;

/** Makes the one {@link Routes} of the deployment. */
@Dependent
final class RoutesWiring {
  @Produces
  @Singleton
  Routes routes(ServletContext context) {
    return new Routes(new DeployedClasses(context)::routes);
  }
}
