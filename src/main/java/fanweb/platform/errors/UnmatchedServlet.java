package fanweb.platform.errors;

import fanweb.platform.CsrfExempt;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/**
 * What no route matches is 404 with any method. Stands in for the server's default servlet, which
 * would offer the files of the WAR past our rules for static files.
 */
@CsrfExempt("does nothing but say 404")
@WebServlet("/")
public final class UnmatchedServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendError(HttpServletResponse.SC_NOT_FOUND);
  }
}
