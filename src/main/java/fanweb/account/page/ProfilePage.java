package fanweb.account.page;

import fanweb.account.Identity;
import fanweb.platform.Flash;
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
import java.util.Optional;

/** One's own account: name, password, sessions, tokens. */
@WebServlet({"/account", "/account/"})
public final class ProfilePage extends HttpServlet {
  /** Where it is within the application. */
  static final String PATH = "/account/";

  @Serial private static final long serialVersionUID = 1L;

  private final transient ProfileView view;

  @Inject
  ProfilePage(ProfileView view) {
    this.view = view;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Optional<Identity> who = Asker.of(request);
    if (who.isEmpty()) {
      String context = request.getContextPath();
      AccountViews.leadTo(context + "/account/sign-in/?next=" + context + PATH, response);
      return;
    }
    view.show(request, response, who.get(), Faults.NONE);
  }

  /** Where a form of the page was sent to, nothing is to be read: leads back to the page. */
  static void leadBack(HttpServletRequest request, HttpServletResponse response) {
    String query = request.getQueryString();
    String url = request.getContextPath() + PATH;
    AccountViews.leadTo(query == null ? url : url + "?" + query, response);
  }

  /**
   * Ends something of one's own, says so and leads back to the page. What is not there any more has
   * ended in the meantime: what was wanted is the case.
   *
   * @param what the page says afterwards, see {@link Flash}
   */
  static void end(
      Runnable ending, String what, HttpServletRequest request, HttpServletResponse response) {
    try {
      ending.run();
    } catch (RefusedException e) {
      if (e.reason() != Reason.MISSING) {
        throw e;
      }
    }
    Flash.tell(what, request, response);
    AccountViews.leadTo(request.getContextPath() + PATH, response);
  }
}
