package fanweb.platform.rest;

import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads every body once, before anybody else, and refuses one that is over the limit: a resource
 * that takes bytes or text is as safe as one that takes JSON.
 */
@Provider
@PreMatching
@Priority(0)
public class BodyLimitFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext context) {
    if (context.getLength() > BoundedBody.LIMIT) {
      throw BoundedBody.tooLarge();
    }
    if (context.hasEntity()) {
      context.setEntityStream(new ByteArrayInputStream(read(context.getEntityStream())));
    }
  }

  /** A client that goes in the middle of its body is no failure of ours. */
  private static byte[] read(InputStream body) {
    try {
      return BoundedBody.read(body);
    } catch (IOException e) {
      throw new RefusedException(Reason.INVALID, "The body was broken off");
    }
  }
}
