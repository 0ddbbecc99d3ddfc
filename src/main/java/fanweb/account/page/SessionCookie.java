package fanweb.account.page;

import fanweb.account.GuestToken;
import fanweb.account.Secret;
import fanweb.account.Session;
import fanweb.account.SignedIn;
import fanweb.platform.ClientAddresses;
import fanweb.platform.Cookies;
import fanweb.platform.PlatformSettings;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import fanweb.platform.WebOrigin;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The cookie with the secret of a session. Over TLS with the prefix that keeps neighbouring hosts
 * from setting it (RFC 6265bis, 4.1.3); over plain HTTP, where anybody on the way could take it,
 * for this machine and for developers only. Any thread.
 */
@Singleton
public final class SessionCookie {
  private static final String NAME = "fanweb_session";
  private static final String SECURE_NAME = "__Host-" + NAME;
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  /** What proxies add to the requests that they pass on. */
  private static final Pattern RELAYED =
      Pattern.compile("X-Forwarded-.*|X-Real-IP|Forwarded|Via", Pattern.CASE_INSENSITIVE);

  private final PlatformSettings settings;
  private final ClientAddresses addresses;

  @Inject
  SessionCookie(PlatformSettings settings, ClientAddresses addresses) {
    this.settings = settings;
    this.addresses = addresses;
  }

  /** The secret that a browser sent; empty when it sent none of the right form. */
  Optional<Secret> secret(HttpServletRequest request) {
    return Cookies.value(request, name(request))
        .flatMap(value -> Secret.parse(Secret.Kind.SESSION, value));
  }

  /** Whether a browser sent something by that name. */
  boolean isSent(HttpServletRequest request) {
    return Cookies.value(request, name(request)).isPresent();
  }

  /**
   * Refuses those who may not sign in over this line. To be asked before a password is looked at.
   *
   * @throws RefusedException over plain HTTP, unless it is this machine or developers'
   */
  public void demandSafeLine(HttpServletRequest request) {
    if (!request.isSecure() && !settings.isDev() && !isHere(request)) {
      throw new RefusedException(
          Reason.FORBIDDEN,
          "Signing in needs HTTPS, for over plain HTTP anybody on the way can read the password. A"
              + " proxy in front that speaks HTTPS has to tell the server so");
    }
  }

  /**
   * Whether it is somebody at this very machine who asks for it by its own name. A proxy here looks
   * the same from the other end of the line, so whatever tells of one counts against it.
   */
  private boolean isHere(HttpServletRequest request) {
    boolean relayed =
        Collections.list(request.getHeaderNames()).stream()
            .anyMatch(name -> RELAYED.matcher(name).matches());
    Optional<String> asked =
        Optional.ofNullable(request.getHeader("Host"))
            .flatMap(host -> WebOrigin.parse("http://" + host))
            .map(WebOrigin::host);
    return !relayed
        && addresses.of(request).isLocal()
        && asked.filter(THIS_MACHINE::contains).isPresent()
        && THIS_MACHINE.contains(request.getServerName().toLowerCase(Locale.ROOT));
  }

  /** Lets the browser keep a secret: as long as the session lasts, or until it is closed. */
  public void set(
      HttpServletRequest request, HttpServletResponse response, Secret secret, Session session) {
    Cookie cookie = of(request, secret.value());
    if (session.remembered()) {
      Duration left = Duration.between(Clock.systemUTC().instant(), session.ends());
      cookie.setMaxAge((int) Math.max(1, left.toSeconds()));
    }
    response.addCookie(cookie);
  }

  /** Lets the browser of somebody who has just signed in keep it. */
  public void set(HttpServletRequest request, HttpServletResponse response, SignedIn in) {
    set(request, response, in.secret(), in.session());
  }

  /** Takes it away. */
  public void clear(HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = of(request, "");
    cookie.setMaxAge(0);
    response.addCookie(cookie);
  }

  /** Takes a guest's token away that proves nothing any more, because they became a user. */
  public void clearGuest(HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = cookie(request, GuestToken.COOKIE, "");
    cookie.setMaxAge(0);
    response.addCookie(cookie);
  }

  private static Cookie of(HttpServletRequest request, String value) {
    return cookie(request, name(request), value);
  }

  private static Cookie cookie(HttpServletRequest request, String name, String value) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }

  private static String name(HttpServletRequest request) {
    return request.isSecure() ? SECURE_NAME : NAME;
  }
}
