package fanweb.platform.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/** The cookie with the secret of {@link CsrfToken}. */
final class CsrfCookie {
  private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

  private CsrfCookie() {}

  /**
   * Over TLS with the prefix that keeps neighbouring hosts from setting it (RFC 6265bis, 4.1.3).
   */
  static String name(HttpServletRequest request) {
    return request.isSecure() ? "__Host-csrftoken" : "csrftoken";
  }

  static Cookie of(CsrfToken token, HttpServletRequest request) {
    Cookie cookie = new Cookie(name(request), token.cookie());
    cookie.setPath("/");
    cookie.setMaxAge(YEAR);
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }
}
