package fanweb.platform.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Refuses a request that does not say what its body is where only certain bodies will do. Jersey
 * lets it through and calls the resource with nothing.
 */
@Provider
public class BodyTypeFilter implements ContainerRequestFilter {
  @Context private ResourceInfo handler;

  @Override
  public void filter(ContainerRequestContext context) {
    Consumes consumed = handler.getResourceMethod().getAnnotation(Consumes.class);
    if (context.getMediaType() == null
        && consumed != null
        && !List.of(consumed.value()).contains(MediaType.WILDCARD)) {
      throw new NotSupportedException();
    }
  }
}
