package fanweb.platform.rest;

import fanweb.platform.Refusals;
import fanweb.platform.RefusedException;
import fanweb.platform.security.RequestFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Turns whatever a resource threw into a status without a body and leaves word for {@link
 * FailureFilter}, so that all failures of the project are told in one place.
 */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {
  private static final System.Logger LOG = System.getLogger("fanweb.platform.rest");

  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    Optional<RefusedException> refused = refusalIn(thrown);
    if (refused.isPresent()) {
      return refuse(refused.get());
    }
    if (thrown instanceof WebApplicationException known) {
      return pass(known.getResponse());
    }
    LOG.log(
        Level.ERROR,
        "request=" + request.getAttribute(RequestFilter.ID) + " path=" + request.getRequestURI(),
        thrown);
    return fail(Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()).build();
  }

  /** Servers wrap what a reader of bodies or a transaction throws. */
  private static Optional<RefusedException> refusalIn(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof RefusedException refusal) {
        return Optional.of(refusal);
      }
    }
    return Optional.empty();
  }

  private Response refuse(RefusedException refusal) {
    Refusals.describe(request, refusal);
    Response.ResponseBuilder answer = fail(refusal.reason().status());
    refusal.headers().forEach(answer::header);
    return answer.build();
  }

  /** What JAX-RS itself refuses: no such path, method or format. */
  private Response pass(Response known) {
    if (known.getStatus() < 400) {
      return known;
    }
    Response.ResponseBuilder answer = fail(known.getStatus());
    Object allow = known.getHeaders().getFirst(HttpHeaders.ALLOW);
    return allow == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allow).build();
  }

  private Response.ResponseBuilder fail(int status) {
    request.setAttribute(FailureFilter.STATUS, status);
    return Response.status(status);
  }
}
