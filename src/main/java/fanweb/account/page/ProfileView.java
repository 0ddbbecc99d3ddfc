package fanweb.account.page;

import fanweb.account.Accounts;
import fanweb.account.Identity;
import fanweb.account.Token;
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
import org.jspecify.annotations.Nullable;

/** One's own account as a page, with what is wrong with a form on it that was sent. */
@Dependent
final class ProfileView {
  private static final String VIEW = "account.jsp";

  private final Accounts accounts;
  private final TokensView tokens;
  private final AccountViews views;
  private final InstantSource clock;

  @Inject
  ProfileView(Accounts accounts, TokensView tokens, AccountViews views) {
    this(accounts, tokens, views, InstantSource.system());
  }

  ProfileView(Accounts accounts, TokensView tokens, AccountViews views, InstantSource clock) {
    this.accounts = accounts;
    this.tokens = tokens;
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
    show(request, response, who, faults, null);
  }

  /** Shows it with the secret of a token that was just made. */
  void show(HttpServletRequest request, HttpServletResponse response, Identity who, Token.Made made)
      throws ServletException, IOException {
    show(request, response, who, Faults.NONE, made);
  }

  private void show(
      HttpServletRequest request,
      HttpServletResponse response,
      Identity who,
      Faults faults,
      Token.@Nullable Made made)
      throws ServletException, IOException {
    Form form = new Form(request);
    Instant now = clock.instant();
    Map<String, Object> model = tokens.model(who, form, made, now);
    model.putAll(model(who, form, faults, now));
    views.show(request, response, VIEW, model);
  }

  private Map<String, Object> model(Identity who, Form form, Faults faults, Instant now) {
    User user = accounts.profile(who);
    List<SessionItem> sessions =
        accounts.sessions(who).stream().map(one -> SessionItem.of(one, who, now)).toList();
    boolean typed = !faults.of("name").isEmpty();
    return Map.of(
        "user", user,
        "login", user.login().orElse(""),
        "name", typed ? form.text("name") : user.name(),
        "sessions", sessions,
        "faults", faults);
  }
}
