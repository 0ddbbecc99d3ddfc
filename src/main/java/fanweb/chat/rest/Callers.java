package fanweb.chat.rest;

import fanweb.account.GuestToken;
import fanweb.account.Identities;
import fanweb.account.Identity;
import fanweb.chat.Refusal;
import fanweb.platform.BearerToken;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;

/**
 * Who asks: the request's principal. A guest without a token is nobody until they get one. Any
 * thread.
 */
@Singleton
final class Callers {
  private static final String OUTDATED = Callers.class.getName();

  private final SecureRandom random = new SecureRandom();
  private final Identities identities;

  @Inject
  Callers(Identities identities) {
    this.identities = identities;
  }

  /** Notes that whoever asked is perhaps not who they were when the request came. */
  static void outdate(HttpServletRequest request) {
    request.setAttribute(OUTDATED, true);
  }

  /**
   * Who asks, perhaps nobody. Reads the database when the request has waited and something about
   * them changed meanwhile.
   *
   * @throws RefusedException when they are nobody's any more: signed out, or a guest who became a
   *     user
   */
  Identity of(HttpServletRequest request) {
    if (!(request.getUserPrincipal() instanceof Identity who)) {
      throw new IllegalStateException("no filter has found out who asks");
    }
    if (who.isSignedIn()) {
      return request.getAttribute(OUTDATED) == null ? who : again(who);
    }
    return who.author().isEmpty() ? who : guest(who, request);
  }

  /** Who asks; nobody is refused. */
  Identity known(HttpServletRequest request) {
    Identity caller = of(request);
    if (caller.author().isEmpty()) {
      throw new RefusedException(
          Reason.UNAUTHENTICATED,
          "Say who you are: sign in, or send a token as Authorization: Bearer, or a guest's cookie "
              + GuestToken.COOKIE);
    }
    return caller;
  }

  /** Who asks; guests are refused. */
  Identity signedIn(HttpServletRequest request) {
    Identity caller = of(request);
    if (!caller.isSignedIn()) {
      throw new RefusedException(
          Reason.UNAUTHENTICATED, "Sign in, or send a token as Authorization: Bearer <token>");
    }
    return caller;
  }

  /** Who asks; nobody becomes a new guest, and the answer sets the cookie for it. */
  Identity orNewGuest(HttpServletRequest request, HttpServletResponse response) {
    Identity caller = of(request);
    if (!caller.author().isEmpty()) {
      return caller;
    }
    GuestToken token = GuestToken.draw(random);
    response.addCookie(GuestCookie.of(token, request));
    return identities.guest(token.authorId());
  }

  private Identity again(Identity before) {
    return identities
        .again(before)
        .orElseThrow(
            () -> new RefusedException(Reason.UNAUTHENTICATED, "You are signed out meanwhile"));
  }

  /** A program learns that its token is worthless; a browser becomes another guest. */
  private Identity guest(Identity who, HttpServletRequest request) {
    if (!identities.isClaimed(who.author())) {
      return identities.guest(who.author());
    }
    if (BearerToken.of(request.getHeader("Authorization")).isPresent()) {
      throw Problems.of(Refusal.IDENTITY_CLAIMED);
    }
    return identities.guest("");
  }
}
