package fanweb.platform.rest;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/**
 * Finds nothing at an id in other digits or with a sign, which JAX-RS would read as the same
 * number: a thing has one address.
 */
@Provider
public class PathIdFilter implements ContainerRequestFilter {
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,18}");

  @Override
  public void filter(ContainerRequestContext context) {
    String id = context.getUriInfo().getPathParameters().getFirst("id");
    if (id != null && !ID.matcher(id).matches()) {
      throw new NotFoundException();
    }
  }
}
