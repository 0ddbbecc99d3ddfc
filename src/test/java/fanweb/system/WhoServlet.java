package fanweb.system;

import fanweb.account.Identity;
import fanweb.platform.CsrfTokens;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/**
 * Tells who asks, as the server understood it; with {@code ?csrf} a token for a form, after a POST
 * one of a new secret.
 */
@WebServlet("/who")
public final class WhoServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject private transient CsrfTokens tokens;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    tokens.renew(request, response);
    response.getWriter().print(tokens.issue(request, response));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Identity who = (Identity) request.getUserPrincipal();
    response.setContentType("text/plain;charset=UTF-8");
    if (request.getQueryString() != null) {
      response.getWriter().print(tokens.issue(request, response));
      return;
    }
    response
        .getWriter()
        .print(
            String.join(
                " ",
                who.proof().name(),
                who.author().isEmpty() ? "-" : who.author(),
                String.valueOf(request.getRemoteUser()),
                String.valueOf(request.getAuthType()),
                Boolean.toString(request.isUserInRole("group.add"))));
  }
}
