package fanweb.chat.rest;

import fanweb.account.GuestToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/** The cookie in which a browser keeps a guest's token, out of reach of scripts. */
final class GuestCookie {
  private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

  private GuestCookie() {}

  static Cookie of(GuestToken token, HttpServletRequest request) {
    Cookie cookie = new Cookie(GuestToken.COOKIE, token.value());
    cookie.setPath("/");
    cookie.setMaxAge(YEAR);
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }
}
