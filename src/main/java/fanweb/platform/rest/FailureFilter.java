package fanweb.platform.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/**
 * Hands a failure of a resource over to the error page of the application, which JAX-RS knows
 * nothing of. Mapped in web.xml before the resources.
 */
public final class FailureFilter extends HttpFilter {
  /** The request attribute with the status of a failure that nobody has told yet. */
  static final String STATUS = "fanweb.rest.status";

  @Serial private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, response);
    if (request.getAttribute(STATUS) instanceof Integer status && !response.isCommitted()) {
      response.sendError(status);
    }
  }
}
