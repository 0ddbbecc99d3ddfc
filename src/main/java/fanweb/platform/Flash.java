package fanweb.platform;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One message that the next page shows, once: for whoever answers a form with a redirect. It waits
 * in a cookie that holds the end of a text's key and no words, so that whoever plants one can make
 * us say nothing but what we say anyway. Safe for any thread.
 */
public final class Flash {
  /** What the keys of its texts begin with. */
  public static final String PREFIX = "flash.";

  private static final String COOKIE = "fanweb_flash";
  private static final Pattern WORD = Pattern.compile("[a-z]{1,20}");
  private static final int SECONDS = (int) Duration.ofMinutes(1).toSeconds();

  private Flash() {}

  /**
   * Has a message shown; a second one takes its place. Call it before the answer has begun.
   *
   * @param word the end of its text's key after {@value #PREFIX}, up to 20 small letters
   */
  public static void tell(String word, HttpServletRequest request, HttpServletResponse response) {
    if (!WORD.matcher(word).matches()) {
      throw new IllegalArgumentException(word);
    }
    response.addCookie(cookie(word, SECONDS, request));
  }

  /**
   * Takes the message out of the browser; for whoever shows it.
   *
   * @return the end of a text's key, which there may be no text for: others can write cookies too
   */
  public static Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
    Optional<String> found = Cookies.value(request, COOKIE);
    if (found.isPresent()) {
      response.addCookie(cookie("", 0, request));
    }
    return found.filter(word -> WORD.matcher(word).matches());
  }

  private static Cookie cookie(String value, int seconds, HttpServletRequest request) {
    Cookie cookie = new Cookie(COOKIE, value);
    cookie.setPath(request.getContextPath() + "/");
    cookie.setMaxAge(seconds);
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }
}
