package fanweb.platform.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The JSON API. */
@ApplicationPath("/api")
public class ApiApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Resources.of(ApiApplication.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return Resources.PROPERTIES;
  }
}
