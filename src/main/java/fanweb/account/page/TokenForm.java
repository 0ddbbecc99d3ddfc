package fanweb.account.page;

import fanweb.account.Identity;
import fanweb.account.KnownPermissions;
import fanweb.account.Token;
import fanweb.account.TokenDesk;
import fanweb.account.TokenRequest;
import fanweb.platform.OneLineText;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a token for oneself. Its secret stands in the answer itself and nowhere else: a redirect
 * would have to keep it somewhere.
 */
@WebServlet({"/account/tokens", "/account/tokens/"})
public final class TokenForm extends HttpServlet {
  /** What can be chosen; the first is what is meant when it is not. */
  private static final List<Integer> DAYS = List.of(90, 7, 30, 365);

  private static final int LONGEST_LABEL = 32;

  @Serial private static final long serialVersionUID = 1L;

  private final transient TokenDesk desk;
  private final transient KnownPermissions known;
  private final transient ProfileView view;
  private final transient InstantSource clock = InstantSource.system();

  @Inject
  TokenForm(TokenDesk desk, KnownPermissions known, ProfileView view) {
    this.desk = desk;
    this.known = known;
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
    Map<String, String> wrong = wrong(form);
    if (!wrong.isEmpty()) {
      response.setStatus(Reason.INVALID.status());
      view.show(request, response, who, new Faults("", wrong, 0));
      return;
    }
    try {
      Token.Made made = desk.make(who, wanted(form));
      response.setStatus(HttpServletResponse.SC_CREATED);
      view.show(request, response, who, made);
    } catch (RefusedException e) {
      if (e.reason() != Reason.CONFLICT) {
        throw e;
      }
      AccountViews.refuse(response, e);
      view.show(request, response, who, new Faults("tokens", Map.of(), 0));
    }
  }

  /** How long it is to work, in days; one of those that can be chosen. */
  static int days(Form form) {
    return DAYS.stream()
        .filter(days -> Integer.toString(days).equals(form.text("days")))
        .findFirst()
        .orElse(DAYS.get(0));
  }

  private static Map<String, String> wrong(Form form) {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (form.text("label").isBlank()) {
      wrong.put("label", "empty");
    } else if (OneLineText.parse(form.text("label"), LONGEST_LABEL).isEmpty()) {
      wrong.put("label", "name");
    }
    if (form.all("scopes").isEmpty()) {
      wrong.put("scopes", "scopes");
    }
    return wrong;
  }

  private TokenRequest wanted(Form form) {
    return new TokenRequest(
        OneLineText.normal(form.text("label")),
        known.checked(form.all("scopes"), "/scopes"),
        Optional.of(clock.instant().plus(Duration.ofDays(days(form)))));
  }
}
