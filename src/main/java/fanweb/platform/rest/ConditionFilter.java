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
 * Refuses a condition that is none (RFC 9110, 13.1): one server would pass over it, another break
 * on it.
 */
@Provider
public class ConditionFilter implements ContainerRequestFilter {
  private static final List<String> CONDITIONS =
      List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH);

  private static final Pattern TAGS =
      Pattern.compile("\\*|(?:W/)?\"[^\"]*\"(?:\\s*,\\s*(?:W/)?\"[^\"]*\")*");

  @Override
  public void filter(ContainerRequestContext context) {
    for (String name : CONDITIONS) {
      String tags = context.getHeaderString(name);
      if (tags != null && !TAGS.matcher(tags.strip()).matches()) {
        throw RefusedException.invalid(
            Fault.inHeader(name, "must be the ETag of an earlier answer, or *"));
      }
    }
  }
}
