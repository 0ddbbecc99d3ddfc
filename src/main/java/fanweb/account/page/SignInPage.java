package fanweb.account.page;

import fanweb.account.Accounts;
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
import java.util.Map;

/** Where people sign in, on their way to somewhere. */
@WebServlet({"/account/sign-in", "/account/sign-in/"})
public final class SignInPage extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Accounts accounts;
  private final transient Entrance entrance;
  private final transient AccountViews views;

  @Inject
  SignInPage(Accounts accounts, Entrance entrance, AccountViews views) {
    this.accounts = accounts;
    this.entrance = entrance;
    this.views = views;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (Asker.of(request).isPresent()) {
      AccountViews.leadTo(Next.of(request).url(), response);
      return;
    }
    show(request, response, Faults.NONE);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Form form = new Form(request);
    try {
      form.demand("login", "password");
      SignedIn in =
          accounts.signIn(
              form.text("login"),
              form.text("password"),
              form.isTicked("remember"),
              entrance.visit(form));
      entrance.enter(in, "signedin", Next.of(request).url(), request, response);
    } catch (RefusedException e) {
      Faults faults = Faults.of(e, form::text);
      AccountViews.refuse(response, e);
      show(request, response, faults);
    }
  }

  private void show(HttpServletRequest request, HttpServletResponse response, Faults faults)
      throws ServletException, IOException {
    Form form = new Form(request);
    Map<String, Object> model =
        Map.of(
            "next", Next.of(request),
            "login", form.text("login"),
            "remember", form.isTicked("remember"),
            "open", accounts.isSignUpOpen(),
            "faults", faults);
    views.show(request, response, "signin.jsp", model);
  }
}
