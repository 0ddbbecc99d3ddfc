package fanweb.platform.rest;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds nothing at a number in other digits or with a sign, which JAX-RS would read as the same
 * number: a thing has one address.
 */
@Provider
public class PathIdFilter implements ContainerRequestFilter {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,18}");

  /** What the numbers in paths are called. */
  private static final List<String> NUMBERS = List.of("id", "offset", "token");

  @Override
  public void filter(ContainerRequestContext context) {
    for (String name : NUMBERS) {
      String number = context.getUriInfo().getPathParameters().getFirst(name);
      if (number != null && !NUMBER.matcher(number).matches()) {
        throw new NotFoundException();
      }
    }
  }
}
