package fanweb.account.page;

import fanweb.account.Accounts;
import fanweb.platform.CsrfTokens;
import fanweb.platform.Flash;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;

/** Signs out; by a form only, so that no link can do it to somebody. */
@WebServlet({"/account/sign-out", "/account/sign-out/"})
public final class SignOutForm extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Accounts accounts;
  private final transient SessionCookie cookie;
  private final transient CsrfTokens tokens;

  @Inject
  SignOutForm(Accounts accounts, SessionCookie cookie, CsrfTokens tokens) {
    this.accounts = accounts;
    this.cookie = cookie;
    this.tokens = tokens;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    Asker.of(request).ifPresent(accounts::signOut);
    cookie.clear(request, response);
    tokens.renew(request, response);
    Flash.tell("signedout", request, response);
    AccountViews.leadTo(request.getContextPath() + "/", response);
  }
}
