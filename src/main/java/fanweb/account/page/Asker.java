package fanweb.account.page;

import fanweb.account.Identity;
import fanweb.account.Identity.Proof;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who asks for a page. Pages are for browsers: whoever comes with a token is nobody here. */
final class Asker {
  private Asker() {}

  /** Who is signed in, in the browser that asks. */
  static Optional<Identity> of(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof Identity who && who.proof() == Proof.SESSION
        ? Optional.of(who)
        : Optional.empty();
  }

  /**
   * The same for what guests cannot do.
   *
   * @throws RefusedException 401 for a guest
   */
  static Identity demand(HttpServletRequest request) {
    return of(request)
        .orElseThrow(
            () ->
                new RefusedException(Reason.UNAUTHENTICATED, "Sign in first; nothing was changed"));
  }
}
