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

/** Where somebody chooses a new password, by a link that an administrator gave them. */
@WebServlet({"/account/reset", "/account/reset/"})
public final class ResetPage extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Accounts accounts;
  private final transient Links links;
  private final transient Entrance entrance;
  private final transient AccountViews views;

  @Inject
  ResetPage(Accounts accounts, Links links, Entrance entrance, AccountViews views) {
    this.accounts = accounts;
    this.links = links;
    this.entrance = entrance;
    this.views = views;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    AccountViews.keepNowhere(response);
    show(request, response, links.open(new Form(request), Purpose.RESET), Faults.NONE);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    AccountViews.keepNowhere(response);
    Form form = new Form(request);
    Links.Opened opened = links.open(form, Purpose.RESET);
    try {
      form.demand("password");
      SignedIn in = accounts.reset(opened.secret(), form.text("password"), entrance.visit(form));
      entrance.enter(in, "password", request.getContextPath() + "/", request, response);
    } catch (RefusedException e) {
      Faults faults = Links.faults(e, form);
      AccountViews.refuse(response, e);
      show(request, response, opened, faults);
    }
  }

  private void show(
      HttpServletRequest request, HttpServletResponse response, Links.Opened opened, Faults faults)
      throws ServletException, IOException {
    Map<String, Object> model =
        Map.of(
            "link", opened.secret().value(),
            "login", opened.link().login().orElse(""),
            "faults", faults);
    views.show(request, response, "reset.jsp", model);
  }
}
