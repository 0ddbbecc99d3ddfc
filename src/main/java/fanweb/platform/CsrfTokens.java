package fanweb.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Gives pages the token without which no request of theirs that changes something is let through.
 * Safe for any thread.
 */
public interface CsrfTokens {
  /** The header in which a script sends it. */
  String HEADER = "X-CSRFToken";

  /** The field in which a form sends it. */
  String FIELD = "csrfmiddlewaretoken";

  /**
   * A token for this browser, another for each call, all good as long as its cookie; sets the
   * cookie when there is none. Call it before the answer has begun.
   */
  String issue(HttpServletRequest request, HttpServletResponse response);

  /**
   * Gives this browser another secret, so that no token from before is good any more; those of this
   * request that are issued afterwards are. To be called when somebody signs in or out, before the
   * answer has begun.
   */
  void renew(HttpServletRequest request, HttpServletResponse response);
}
