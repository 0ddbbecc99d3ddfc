package fanweb.account.page;

import static fanweb.platform.Refusals.refuse;

import fanweb.account.Identity;
import fanweb.platform.PlatformSettings;
import fanweb.platform.RefusedException;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/**
 * Finds out who asks, once for each request, and makes them its principal. Reads the database only
 * for those who bring the cookie of a session or a user's token. Static files and the answers about
 * health are nobody's. Mapped in web.xml, for requests that wait and for errors too: those come
 * here as the server first saw them.
 */
public final class IdentityFilter extends HttpFilter {
  private static final String WHO = IdentityFilter.class.getName();

  @Serial private static final long serialVersionUID = 1L;

  private final transient Credentials credentials;
  private final transient String files;

  @Inject
  IdentityFilter(Credentials credentials, PlatformSettings settings) {
    this.credentials = credentials;
    this.files = settings.staticUrl().getPath();
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isNobodys(request)) {
      chain.doFilter(request, response);
      return;
    }
    Identity who;
    try {
      who = known(request, response);
    } catch (RefusedException e) {
      refuse(request, response, e);
      return;
    }
    request.setAttribute(WHO, who);
    chain.doFilter(new IdentifiedRequest(request, who), response);
  }

  private Identity known(HttpServletRequest request, HttpServletResponse response) {
    if (request.getAttribute(WHO) instanceof Identity who) {
      return who;
    }
    // Whoever was refused here is shown the page for it as a guest.
    return request.getDispatcherType() == DispatcherType.ERROR
        ? credentials.nobody()
        : credentials.of(request, response);
  }

  private boolean isNobodys(HttpServletRequest request) {
    String path = request.getServletPath();
    return path.startsWith("/health/")
        || path.equals("/health")
        || path.concat("/").equals(files)
        || path.startsWith(files);
  }
}
