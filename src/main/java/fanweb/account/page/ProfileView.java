package fanweb.account.page;

import fanweb.account.Accounts;
import fanweb.account.Identity;
import fanweb.account.User;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** One's own account as a page, with what is wrong with a form on it that was sent. */
@Dependent
final class ProfileView {
  private final Accounts accounts;
  private final AccountViews views;
  private final InstantSource clock;

  @Inject
  ProfileView(Accounts accounts, AccountViews views) {
    this(accounts, views, InstantSource.system());
  }

  ProfileView(Accounts accounts, AccountViews views, InstantSource clock) {
    this.accounts = accounts;
    this.views = views;
    this.clock = clock;
  }

  /**
   * Shows it.
   *
   * @param faults of the form whose field they name, or whose address was asked
   */
  void show(HttpServletRequest request, HttpServletResponse response, Identity who, Faults faults)
      throws ServletException, IOException {
    User user = accounts.profile(who);
    Instant now = clock.instant();
    List<SessionItem> sessions =
        accounts.sessions(who).stream().map(one -> SessionItem.of(one, who, now)).toList();
    boolean typed = !faults.of("name").isEmpty();
    Map<String, Object> model =
        Map.of(
            "user", user,
            "login", user.login().orElse(""),
            "name", typed ? new Form(request).text("name") : user.name(),
            "sessions", sessions,
            "faults", faults);
    views.show(request, response, "account.jsp", model);
  }
}
