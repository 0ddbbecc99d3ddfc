package fanweb.account.page;

import fanweb.account.AccountSettings;
import fanweb.platform.CsrfTokens;
import fanweb.platform.RefusedException;
import fanweb.platform.Views;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** How each page of accounts answers: kept by nobody, with a token for its forms. */
@Dependent
final class AccountViews {
  private final AccountSettings settings;
  private final CsrfTokens tokens;
  private final Views views;

  @Inject
  AccountViews(AccountSettings settings, CsrfTokens tokens, Views views) {
    this.settings = settings;
    this.tokens = tokens;
    this.views = views;
  }

  /** Shows a page; see {@link Views#render}. */
  void show(
      HttpServletRequest request, HttpServletResponse response, String view, Map<String, ?> model)
      throws ServletException, IOException {
    keepNowhere(response);
    Map<String, Object> all = new HashMap<>(model);
    all.put("csrfToken", tokens.issue(request, response));
    all.put("shortest", settings.shortestPassword());
    all.put("longest", AccountSettings.LONGEST_PASSWORD);
    views.render(request, response, view, all);
  }

  /** Has the page that will be shown say in HTTP's words why a form was refused. */
  static void refuse(HttpServletResponse response, RefusedException refusal) {
    response.setStatus(refusal.reason().status());
    refusal.headers().forEach(response::setHeader);
  }

  /**
   * Leads to another page, which the browser asks for by GET.
   *
   * @param url path and query, in ASCII
   */
  static void leadTo(String url, HttpServletResponse response) {
    keepNowhere(response);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", url);
  }

  static void keepNowhere(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
  }
}
