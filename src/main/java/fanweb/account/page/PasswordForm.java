package fanweb.account.page;

import fanweb.account.Accounts;
import fanweb.account.Identity;
import fanweb.account.PasswordChange;
import fanweb.account.SignedIn;
import fanweb.platform.RefusedException;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Changes one's own password; this browser stays signed in, with another session. */
@WebServlet({"/account/password", "/account/password/"})
public final class PasswordForm extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Accounts accounts;
  private final transient Entrance entrance;
  private final transient ProfileView view;

  @Inject
  PasswordForm(Accounts accounts, Entrance entrance, ProfileView view) {
    this.accounts = accounts;
    this.entrance = entrance;
    this.view = view;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    ProfilePage.leadBack(request, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Identity who = Asker.demand(request);
    Form form = new Form(request);
    try {
      form.demand("old", "password");
      SignedIn in =
          accounts.changePassword(
              who,
              new PasswordChange(form.text("old"), form.text("password"), form.isTicked("keep")),
              entrance.visit(form));
      String url = request.getContextPath() + ProfilePage.PATH;
      entrance.proceed(in, "password", url, request, response);
    } catch (RefusedException e) {
      Faults faults = faults(e, form);
      AccountViews.refuse(response, e);
      view.show(request, response, who, faults);
    }
  }

  /** Nobody typed a login here that could be wrong. */
  private static Faults faults(RefusedException refusal, Form form) {
    return refusal.code().equals("wrong_credentials")
        ? Faults.at("old", "old")
        : Faults.of(refusal, form::text);
  }
}
