package fanweb.chat.rest;

import fanweb.account.GuestToken;
import fanweb.platform.BearerToken;
import fanweb.platform.Cookies;
import fanweb.platform.PlatformSettings;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Finds out who asks: by the bearer token, the API's or a guest's, else by the cookie that a
 * browser was given. A cookie that is none of ours is nobody's. Any thread.
 */
@Singleton
final class Callers {
  private final SecureRandom random = new SecureRandom();
  private final PlatformSettings settings;

  @Inject
  Callers(PlatformSettings settings) {
    this.settings = settings;
  }

  /**
   * Who asks, perhaps nobody.
   *
   * @throws RefusedException when there is a bearer token that is neither the API's nor a guest's
   */
  Caller of(HttpServletRequest request) {
    Optional<BearerToken> bearer = BearerToken.of(request.getHeader("Authorization"));
    return bearer.isPresent()
        ? holder(bearer.get())
        : Cookies.value(request, GuestToken.COOKIE)
            .flatMap(GuestToken::parse)
            .map(Caller::guest)
            .orElse(Caller.NOBODY);
  }

  /** Who asks; nobody is refused. */
  Caller known(HttpServletRequest request) {
    Caller caller = of(request);
    if (caller.isNobody()) {
      throw new RefusedException(
          Reason.UNAUTHENTICATED,
          "Say who you are: send a guest's token as Authorization: Bearer t_…, or the cookie "
              + GuestToken.COOKIE);
    }
    return caller;
  }

  /** Who asks; nobody becomes a new guest, and the answer sets the cookie for it. */
  Caller orNewGuest(HttpServletRequest request, HttpServletResponse response) {
    Caller caller = of(request);
    if (!caller.isNobody()) {
      return caller;
    }
    GuestToken token = GuestToken.draw(random);
    response.addCookie(GuestCookie.of(token, request));
    return Caller.guest(token);
  }

  private Caller holder(BearerToken bearer) {
    String secret = settings.apiToken();
    if (!secret.isEmpty() && bearer.is(secret)) {
      return Caller.MACHINE;
    }
    return GuestToken.parse(bearer.value())
        .map(Caller::guest)
        .orElseThrow(
            () ->
                new RefusedException(
                    Reason.UNAUTHENTICATED,
                    "This is neither the token of the API nor a guest's, which is t_ and 43"
                        + " characters of base64url"));
  }
}
