package fanweb.platform.security;

import fanweb.platform.ClientAddresses;
import fanweb.platform.PlatformSettings;
import fanweb.platform.Refusals;
import fanweb.platform.RefusedException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gives every request an id and every answer the security headers, answers what a servlet refused,
 * and turns what nobody caught into one line of the log and a plain 500. Mapped in web.xml before
 * every other filter.
 */
public final class RequestFilter extends HttpFilter {
  /** The request attribute with its id, a {@code String}. */
  public static final String ID = "fanweb.requestId";

  private static final System.Logger LOG = System.getLogger("fanweb.platform.security");

  @Serial private static final long serialVersionUID = 1L;

  private final transient RequestId ids = new RequestId(new SecureRandom());
  private final transient SecurityHeaders headers;
  private final transient ClientAddresses addresses;
  private final boolean production;
  private final AtomicBoolean warned = new AtomicBoolean();

  @Inject
  RequestFilter(PlatformSettings settings, ClientAddresses addresses) {
    this.headers = new SecurityHeaders(settings.staticUrl());
    this.addresses = addresses;
    this.production = !settings.isDev();
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String id = ids.next();
    request.setAttribute(ID, id);
    response.setHeader("X-Request-Id", id);
    headers
        .forHost(request.getHeader("Host"), production && request.isSecure())
        .forEach(response::setHeader);
    warnOfPlainHttp(request);
    try {
      chain.doFilter(request, response);
    } catch (RefusedException e) {
      Refusals.refuse(request, response, e);
    } catch (IOException | ServletException | RuntimeException e) {
      fail(request, response, e);
    }
  }

  /** Whoever is in between reads passwords and sessions, and nobody would notice. */
  private void warnOfPlainHttp(HttpServletRequest request) {
    if (production
        && !request.isSecure()
        && !warned.get()
        && !addresses.of(request).isLocal()
        && !warned.getAndSet(true)) {
      LOG.log(
          Level.WARNING,
          "event=plain_http: people come over plain HTTP; put a proxy with HTTPS in front that passes"
              + " on Host and X-Forwarded-Proto, and let the server believe it");
    }
  }

  private static void fail(HttpServletRequest request, HttpServletResponse response, Exception e)
      throws IOException {
    Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    Object path = forwarded == null ? request.getRequestURI() : forwarded;
    String line =
        "request=" + request.getAttribute(ID) + " method=" + request.getMethod() + " path=" + path;
    if (response.isCommitted()) {
      LOG.log(Level.WARNING, line + " broken off", e);
      return;
    }
    LOG.log(Level.ERROR, line + " failed", e);
    response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
  }
}
