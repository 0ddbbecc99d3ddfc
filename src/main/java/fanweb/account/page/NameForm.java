package fanweb.account.page;

import fanweb.account.Accounts;
import fanweb.account.Identity;
import fanweb.platform.Flash;
import fanweb.platform.RefusedException;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Changes the name that others read. */
@WebServlet({"/account/name", "/account/name/"})
public final class NameForm extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Accounts accounts;
  private final transient ProfileView view;

  @Inject
  NameForm(Accounts accounts, ProfileView view) {
    this.accounts = accounts;
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
      form.demand("name");
      accounts.rename(who, form.text("name"));
      Flash.tell("name", request, response);
      AccountViews.leadTo(request.getContextPath() + ProfilePage.PATH, response);
    } catch (RefusedException e) {
      Faults faults = Faults.of(e, form::text);
      AccountViews.refuse(response, e);
      view.show(request, response, who, faults);
    }
  }
}
