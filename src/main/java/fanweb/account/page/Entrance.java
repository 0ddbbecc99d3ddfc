package fanweb.account.page;

import fanweb.account.Accounts;
import fanweb.account.SignedIn;
import fanweb.account.Visit;
import fanweb.platform.ClientAddresses;
import fanweb.platform.Flash;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;

/** How somebody comes in, whichever form let them. */
@Dependent
final class Entrance {
  private final Accounts accounts;
  private final SessionCookie cookie;
  private final ClientAddresses addresses;

  @Inject
  Entrance(Accounts accounts, SessionCookie cookie, ClientAddresses addresses) {
    this.accounts = accounts;
    this.cookie = cookie;
    this.addresses = addresses;
  }

  /** From where a form came. */
  Visit visit(Form form) {
    HttpServletRequest request = form.request();
    String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
    return new Visit(addresses.of(request), agent, form.guest());
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
    Flash.tell(word, request, response);
    AccountViews.leadTo(url, response);
  }
}
