package fanweb.account.page;

import fanweb.account.Accounts;
import fanweb.account.Identity;
import fanweb.platform.Flash;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
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
    end(who, new Form(request).number("session"));
    Flash.tell("session", request, response);
    AccountViews.leadTo(request.getContextPath() + ProfilePage.PATH, response);
  }

  private void end(Identity who, long session) {
    try {
      accounts.endSession(who, session);
    } catch (RefusedException e) {
      // It has ended by itself in the meantime: what was wanted is the case.
      if (e.reason() != Reason.MISSING) {
        throw e;
      }
    }
  }
}
