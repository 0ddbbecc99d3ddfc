package fanweb.account.page;

import fanweb.account.Accounts;
import fanweb.account.OneTimeLink.Purpose;
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

/**
 * Where the first administrator makes their account, by the link that the server's console told.
 */
@WebServlet({"/account/set-up", "/account/set-up/"})
public final class SetUpPage extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Accounts accounts;
  private final transient Links links;
  private final transient Entrance entrance;
  private final transient AccountViews views;

  @Inject
  SetUpPage(Accounts accounts, Links links, Entrance entrance, AccountViews views) {
    this.accounts = accounts;
    this.links = links;
    this.entrance = entrance;
    this.views = views;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    AccountViews.keepNowhere(response);
    links.open(new Form(request), Purpose.SET_UP);
    show(request, response, Faults.NONE);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    AccountViews.keepNowhere(response);
    Form form = new Form(request);
    Links.Opened opened = links.open(form, Purpose.SET_UP);
    try {
      SignedIn in = accounts.setUp(opened.secret(), form.signUp(), entrance.visit(form));
      entrance.enter(in, "setup", request.getContextPath() + "/", request, response);
    } catch (RefusedException e) {
      Faults faults = Links.faults(e, form);
      AccountViews.refuse(response, e);
      show(request, response, faults);
    }
  }

  private void show(HttpServletRequest request, HttpServletResponse response, Faults faults)
      throws ServletException, IOException {
    Form form = new Form(request);
    Map<String, Object> model =
        Map.of(
            "link", form.text("link"),
            "login", form.text("login"),
            "name", form.text("name"),
            "faults", faults);
    views.show(request, response, "setup.jsp", model);
  }
}
