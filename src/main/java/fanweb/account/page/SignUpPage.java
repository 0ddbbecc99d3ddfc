package fanweb.account.page;

import fanweb.account.Accounts;
import fanweb.account.SignedIn;
import fanweb.platform.Refusals;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Map;

/** Where whoever comes makes an account, when the site lets them. */
@WebServlet({"/account/sign-up", "/account/sign-up/"})
public final class SignUpPage extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Accounts accounts;
  private final transient Entrance entrance;
  private final transient AccountViews views;

  @Inject
  SignUpPage(Accounts accounts, Entrance entrance, AccountViews views) {
    this.accounts = accounts;
    this.entrance = entrance;
    this.views = views;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    demandOpen(request);
    if (Asker.of(request).isPresent()) {
      AccountViews.leadTo(Next.of(request).url(), response);
      return;
    }
    show(request, response, Faults.NONE);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    demandOpen(request);
    Form form = new Form(request);
    try {
      SignedIn in = accounts.signUp(form.signUp(), entrance.visit(form));
      entrance.enter(in, "signedup", Next.of(request).url(), request, response);
    } catch (RefusedException e) {
      Faults faults = Faults.of(e, form::text);
      AccountViews.refuse(response, e);
      show(request, response, faults);
    }
  }

  private void demandOpen(HttpServletRequest request) {
    if (!accounts.isSignUpOpen()) {
      request.setAttribute(Refusals.KIND, "signup");
      throw new RefusedException(Reason.FORBIDDEN, "Nobody can sign up here");
    }
  }

  private void show(HttpServletRequest request, HttpServletResponse response, Faults faults)
      throws ServletException, IOException {
    Form form = new Form(request);
    Map<String, Object> model =
        Map.of(
            "next", Next.of(request),
            "login", form.text("login"),
            "name", form.text("name"),
            "faults", faults);
    views.show(request, response, "signup.jsp", model);
  }
}
