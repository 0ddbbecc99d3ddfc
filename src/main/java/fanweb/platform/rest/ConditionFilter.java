package fanweb.platform.rest;

import fanweb.platform.Fault;
import fanweb.platform.RefusedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Refuses a condition that is none (RFC 9110, 13.1), which one server would pass over and another
 * break on, and one that nobody would look at: a client that sends it believes to be safe.
 */
@Provider
public class ConditionFilter implements ContainerRequestFilter {
  private static final List<String> CONDITIONS =
      List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH);

  /** Each tag costs the expression a piece of the stack. */
  private static final int LONGEST = 1_000;

  private static final Pattern TAGS =
      Pattern.compile("\\*|(?:W/)?\"[^\"]*\"(?:\\s*,\\s*(?:W/)?\"[^\"]*\")*");

  @Override
  public void filter(ContainerRequestContext context) {
    for (String name : CONDITIONS) {
      String tags = context.getHeaderString(name);
      if (tags != null && (tags.length() > LONGEST || !TAGS.matcher(tags.strip()).matches())) {
        throw RefusedException.invalid(
            Fault.inHeader(name, "must be the ETag of an earlier answer, or *"));
      }
    }
    boolean forMany = context.getUriInfo().getPathParameters().isEmpty();
    if (forMany && context.getHeaderString(HttpHeaders.IF_MATCH) != null) {
      throw RefusedException.invalid(
          Fault.inHeader(HttpHeaders.IF_MATCH, "is about one thing, and this path is not"));
    }
  }
}
