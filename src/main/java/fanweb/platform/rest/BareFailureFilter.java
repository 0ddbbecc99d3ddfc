package fanweb.platform.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * Leaves word for {@link FailureFilter} of failures that nobody threw, as JAX-RS answers 412 to a
 * condition that does not hold: these get their problem details too.
 */
@Provider
public class BareFailureFilter implements ContainerResponseFilter {
  @Context private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
    if (answer.getStatus() >= 400 && !answer.hasEntity()) {
      request.setAttribute(FailureFilter.STATUS, answer.getStatus());
    }
  }
}
