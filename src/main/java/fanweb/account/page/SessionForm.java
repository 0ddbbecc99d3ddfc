package fanweb.account.page;

import fanweb.account.Accounts;
import fanweb.account.Identity;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;

/** Signs out elsewhere: ends one of one's own sessions, which the field {@code session} names. */
@WebServlet({"/account/sessions", "/account/sessions/"})
public final class SessionForm extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Accounts accounts;

  @Inject
  SessionForm(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    ProfilePage.leadBack(request, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    Identity who = Asker.demand(request);
    long session = new Form(request).number("session");
    ProfilePage.end(() -> accounts.endSession(who, session), "session", request, response);
  }
}
