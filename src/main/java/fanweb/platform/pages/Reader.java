package fanweb.platform.pages;

import fanweb.account.Identity;
import fanweb.account.Identity.Proof;
import fanweb.platform.CsrfTokens;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever reads a page, as far as its frame shows it.
 *
 * @param signedIn whether they signed in here, in this browser
 * @param name what others read; empty for a guest
 * @param signInUrl where a guest signs in, and comes back from to this page
 * @param csrfToken for the form that signs out; empty for a guest
 */
public record Reader(boolean signedIn, String name, String signInUrl, String csrfToken) {
  private static final String ACCOUNT = "/account/";
  private static final String SIGN_IN = ACCOUNT + "sign-in/";
  private static final Set<String> READING = Set.of("GET", "HEAD");

  static Reader of(HttpServletRequest request, HttpServletResponse response, CsrfTokens tokens) {
    if (request.getUserPrincipal() instanceof Identity who && who.proof() == Proof.SESSION) {
      return new Reader(true, who.name(), "", tokens.issue(request, response));
    }
    String signIn = request.getContextPath() + SIGN_IN;
    String url = here(request).map(path -> signIn + "?next=" + encoded(path)).orElse(signIn);
    return new Reader(false, "", url, "");
  }

  /** This page; empty when it cannot be read again, or its address may be a secret. */
  private static Optional<String> here(HttpServletRequest request) {
    boolean failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String;
    String path =
        failed
            ? (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)
            : request.getRequestURI();
    boolean ours = path.startsWith(request.getContextPath() + ACCOUNT);
    if (ours || !READING.contains(request.getMethod())) {
      return Optional.empty();
    }
    String query = request.getQueryString();
    return Optional.of(query == null ? path : path + "?" + query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
