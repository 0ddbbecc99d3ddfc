package fanweb.platform.security;

import fanweb.platform.Cookies;
import fanweb.platform.CsrfTokens;
import fanweb.platform.Refusals;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import fanweb.platform.WebOrigin;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests of our own pages from those that another site makes a browser send. A request that
 * may change something must come from our origin, as far as the browser says so ({@code Origin},
 * else {@code Referer}; {@code Sec-Fetch-Site}), and bring a masked copy of the secret in its
 * cookie. The words are Django's. Safe for any thread.
 */
@Singleton
public final class CsrfCheck implements CsrfTokens {
  private static final Set<String> OURS = Set.of("same-origin", "none");

  private final SecureRandom random = new SecureRandom();

  @Override
  public String issue(HttpServletRequest request, HttpServletResponse response) {
    CsrfToken token = secret(request).orElseGet(() -> CsrfToken.create(random));
    keep(token, request, response);
    return token.masked(random);
  }

  @Override
  public void renew(HttpServletRequest request, HttpServletResponse response) {
    keep(CsrfToken.create(random), request, response);
  }

  private static void keep(
      CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    response.addCookie(CsrfCookie.of(token, request));
    // The same for every token that this answer gives.
    request.setAttribute(CsrfCheck.class.getName(), token);
  }

  /**
   * Lets a request through or not.
   *
   * @param formToken the field {@link CsrfTokens#FIELD} of a form; asked only when no header brings
   *     the token
   * @throws RefusedException with Django's words when it was, or may have been, forged
   */
  public void demand(HttpServletRequest request, Supplier<@Nullable String> formToken) {
    demandOurOrigin(request);
    CsrfToken secret = secret(request).orElseThrow(() -> refused(request, "CSRF cookie not set."));
    String header = request.getHeader(HEADER);
    if (!secret.matches(header == null ? formToken.get() : header)) {
      throw refused(request, "CSRF token missing or incorrect.");
    }
  }

  private static void demandOurOrigin(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !OURS.contains(site)) {
      throw refused(request, "Origin checking failed - the request is " + printable(site) + ".");
    }
    Optional<WebOrigin> own = WebOrigin.asked(request);
    if (own.isEmpty()) {
      throw refused(request, "Origin checking failed - Host names no site.");
    }
    String origin = request.getHeader("Origin");
    String referer = request.getHeader("Referer");
    if (origin != null && !WebOrigin.parse(origin).equals(own)) {
      throw refused(
          request, "Origin checking failed - " + printable(origin) + " is not this site.");
    }
    if (origin == null && referer != null && !WebOrigin.ofAddress(referer).equals(own)) {
      throw refused(request, "Referer checking failed - it is not of this site.");
    }
  }

  private static Optional<CsrfToken> secret(HttpServletRequest request) {
    if (request.getAttribute(CsrfCheck.class.getName()) instanceof CsrfToken issued) {
      return Optional.of(issued);
    }
    return Cookies.value(request, CsrfCookie.name(request)).flatMap(CsrfToken::parse);
  }

  private static RefusedException refused(HttpServletRequest request, String why) {
    request.setAttribute(Refusals.KIND, "csrf");
    return new RefusedException(Reason.FORBIDDEN, "Forbidden (" + why + ")");
  }

  private static String printable(String header) {
    return header.replaceAll("[^\\x21-\\x7e]", "?");
  }
}
