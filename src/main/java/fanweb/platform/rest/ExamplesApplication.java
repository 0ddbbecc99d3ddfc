package fanweb.platform.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The tutorial's requests and answers. Not part of the API: these answer as Django did. */
@ApplicationPath("/examples")
public class ExamplesApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Resources.of(ExamplesApplication.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return Resources.PROPERTIES;
  }
}
