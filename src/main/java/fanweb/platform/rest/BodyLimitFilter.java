package fanweb.platform.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Reads every body once, before anybody else, and refuses one that is over the limit: a resource
 * that takes bytes or text is as safe as one that takes JSON.
 */
@Provider
@PreMatching
@Priority(0)
public class BodyLimitFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext context) throws IOException {
    if (context.getLength() > BoundedBody.LIMIT) {
      throw BoundedBody.tooLarge();
    }
    if (context.hasEntity()) {
      context.setEntityStream(
          new ByteArrayInputStream(BoundedBody.read(context.getEntityStream())));
    }
  }
}
