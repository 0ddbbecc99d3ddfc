package fanweb.chat.ws;

import static fanweb.platform.Refusals.refuse;

import fanweb.channel.GroupName;
import fanweb.chat.ChatService;
import fanweb.chat.ChatSettings;
import fanweb.platform.PlatformSettings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.stream.Stream;

/**
 * Checks what asks for {@code /ws/…} before it is upgraded: 404 for a path that names no group, 400
 * for a name that is not allowed, 426 for what is no WebSocket handshake or of another version (RFC
 * 6455, section 4.2), 400 for a broken one, 403 for a foreign origin, 503 while the group cannot be
 * opened. Listed in {@code web.xml}, because the servers' own WebSocket filters come after what
 * stands there.
 */
public final class HandshakeFilter extends HttpFilter {
  private static final String VERSION = "13";
  private static final long serialVersionUID = 1;

  private static final String NOT_A_NAME =
      "Not a group name: letters, digits, _, - and . only, not starting with ., at most "
          + GroupName.MAX_LENGTH;
  private static final String FOREIGN =
      "Origin not allowed: add it to fanweb.chat.allowed-origins to let its pages connect";

  private final transient OriginPolicy origins;
  private final transient ChatService service;

  @Inject
  HandshakeFilter(ChatSettings chat, PlatformSettings platform, ChatService service) {
    this.service = service;
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
    } else if (!origins.allows(request.getHeader("Origin"), ownOrigin(request))) {
      refuse(request, response, 403, FOREIGN);
    } else if (!service.prepare(GroupName.parse(group).orElseThrow())) {
      refuse(request, response, 503, "The database does not answer: try again");
    } else {
      chain.doFilter(request, response);
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

  private static String ownOrigin(HttpServletRequest request) {
    return request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
  }
}
