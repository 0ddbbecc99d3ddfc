package fanweb.account.page;

import fanweb.account.Accounts;
import fanweb.account.SignedIn;
import fanweb.account.Visit;
import fanweb.platform.CsrfTokens;
import fanweb.platform.Flash;
import fanweb.platform.Refusals;
import fanweb.platform.RefusedException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** How somebody comes in, whichever form let them. */
@Dependent
final class Entrance {
  private final Accounts accounts;
  private final SessionCookie cookie;
  private final CsrfTokens tokens;
  private final Visits visits;

  @Inject
  Entrance(Accounts accounts, SessionCookie cookie, CsrfTokens tokens, Visits visits) {
    this.accounts = accounts;
    this.cookie = cookie;
    this.tokens = tokens;
    this.visits = visits;
  }

  /**
   * From where a form with a password came.
   *
   * @throws RefusedException 403 when others could read it on its way
   */
  Visit visit(Form form) {
    HttpServletRequest request = form.request();
    request.setAttribute(Refusals.KIND, "plain");
    cookie.demandSafeLine(request);
    request.removeAttribute(Refusals.KIND);
    Visit visit = visits.of(request);
    return new Visit(visit.address(), visit.agent(), form.guest());
  }

  /**
   * Makes the browser theirs who have just signed in; whoever used it before is signed out.
   *
   * @param word of the message on the next page, see {@link Flash}
   * @param url of the next page
   */
  void enter(
      SignedIn in,
      String word,
      String url,
      HttpServletRequest request,
      HttpServletResponse response) {
    Asker.of(request).ifPresent(accounts::signOut);
    proceed(in, word, url, request, response);
  }

  /** Gives the browser the session that has taken the place of the one it asked with. */
  void proceed(
      SignedIn in,
      String word,
      String url,
      HttpServletRequest request,
      HttpServletResponse response) {
    cookie.set(request, response, in.secret(), in.session());
    tokens.renew(request, response);
    Flash.tell(word, request, response);
    AccountViews.leadTo(url, response);
  }
}
