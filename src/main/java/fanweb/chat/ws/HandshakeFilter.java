package fanweb.chat.ws;

import static fanweb.platform.Refusals.refuse;

import fanweb.channel.GroupName;
import fanweb.chat.ChatService;
import fanweb.chat.ChatSettings;
import fanweb.chat.Drain;
import fanweb.platform.ClientAddresses;
import fanweb.platform.PlatformSettings;
import fanweb.platform.WebOrigin;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Checks what asks for {@code /ws/…} before it is upgraded: 404 for a path that names no group, 400
 * for a name that is not allowed, 426 for what is no WebSocket handshake or of another version (RFC
 * 6455, section 4.2), 400 for a broken one, 403 for a foreign origin, 503 while the node is
 * stopping, or the group of a client that speaks plain text cannot be opened. Listed in {@code
 * web.xml}, because the servers' own WebSocket filters come after what stands there.
 */
public final class HandshakeFilter extends HttpFilter {
  private static final String VERSION = "13";
  private static final long serialVersionUID = 1;

  private static final String NOT_A_NAME =
      "Not a group name: letters, digits, _, - and . only, not starting with ., at most "
          + GroupName.MAX_LENGTH;
  private static final String FOREIGN =
      "Origin not allowed: add it to fanweb.chat.allowed-origins to let its pages connect";

  /**
   * Handshakes that may wait for the database at the same time: fewer than the server's threads.
   */
  private static final int WAITING_AT_ONCE = 16;

  private static final long WAITING_MILLIS = 200;

  private final transient Semaphore waiting = new Semaphore(WAITING_AT_ONCE);
  private final transient OriginPolicy origins;
  private final transient ChatService service;
  private final transient Drain drain;
  private final transient ClientAddresses addresses;

  @Inject
  HandshakeFilter(
      ChatSettings chat,
      PlatformSettings platform,
      ChatService service,
      Drain drain,
      ClientAddresses addresses) {
    this.drain = drain;
    this.service = service;
    this.addresses = addresses;
    origins = new OriginPolicy(chat.allowedOrigins(), chat.allowMissingOrigin(), platform.isDev());
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String group = group(request);
    if (group.isEmpty() || group.contains("/")) {
      refuse(request, response, 404, "No group in this path: connect to /ws/{group}/");
    } else if (GroupName.parse(group).isEmpty()) {
      refuse(request, response, 400, NOT_A_NAME);
    } else if (!isHandshake(request)) {
      response.setHeader("Upgrade", "websocket");
      response.setHeader("Sec-WebSocket-Version", VERSION);
      refuse(request, response, 426, "This path speaks WebSocket only, version " + VERSION);
    } else if (!isComplete(request)) {
      refuse(request, response, 400, "Connection: Upgrade or Sec-WebSocket-Key is missing");
    } else if (!origins.allows(request.getHeader("Origin"), WebOrigin.askedAs(request))) {
      refuse(request, response, 403, FOREIGN);
    } else if (drain.isUnderWay()) {
      response.setHeader("Retry-After", "1");
      refuse(request, response, 503, "This node is stopping: connect again");
    } else if (!isJson(request) && !isOpen(GroupName.parse(group).orElseThrow())) {
      response.setHeader("Retry-After", "1");
      refuse(request, response, 503, "The database does not answer: try again");
    } else {
      chain.doFilter(new ClientHeader(request, addresses.of(request)), response);
    }
  }

  /** A client that speaks JSON joins later, and is told when that fails. */
  private static boolean isJson(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Sec-WebSocket-Protocol")).stream()
        .flatMap(header -> Stream.of(header.split(",")))
        .anyMatch(protocol -> protocol.strip().equals(ChatEndpoint.JSON));
  }

  /**
   * Opens the group of a client that hears all that is said from its 101 on. While the database
   * hangs most are refused at once, so that there are threads for those who ask whether it does.
   */
  private boolean isOpen(GroupName group) {
    try {
      if (!waiting.tryAcquire(WAITING_MILLIS, TimeUnit.MILLISECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      return service.prepare(group);
    } finally {
      waiting.release();
    }
  }

  private static boolean isHandshake(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
        && VERSION.equals(request.getHeader("Sec-WebSocket-Version"));
  }

  private static boolean isComplete(HttpServletRequest request) {
    return request.getHeader("Sec-WebSocket-Key") != null
        && Collections.list(request.getHeaders("Connection")).stream()
            .flatMap(header -> Stream.of(header.split(",")))
            .anyMatch(token -> token.strip().equalsIgnoreCase("upgrade"));
  }

  private static String group(HttpServletRequest request) {
    String path =
        request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    String group = path.substring(Math.min(path.length(), "/ws/".length()));
    return group.endsWith("/") ? group.substring(0, group.length() - 1) : group;
  }
}
