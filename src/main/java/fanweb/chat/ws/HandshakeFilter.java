package fanweb.chat.ws;

import fanweb.channel.GroupName;
import fanweb.chat.ChatSettings;
import fanweb.platform.PlatformSettings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Checks what asks for {@code /ws/…} before it is upgraded: 404 for a path that names no group, 400
 * for a name that is not allowed, 426 for what is no WebSocket handshake, 403 for a foreign origin.
 * Listed in {@code web.xml}, because the servers' own WebSocket filters come after what stands
 * there.
 */
public final class HandshakeFilter extends HttpFilter {
  private static final long serialVersionUID = 1;

  private final transient OriginPolicy origins;

  @Inject
  HandshakeFilter(ChatSettings chat, PlatformSettings platform) {
    origins = new OriginPolicy(chat.allowedOrigins(), chat.allowMissingOrigin(), platform.isDev());
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String group = group(request);
    if (group.isEmpty() || group.contains("/")) {
      response.sendError(404, "No group in this path: connect to /ws/{group}/");
    } else if (GroupName.parse(group).isEmpty()) {
      response.sendError(
          400,
          "Not a group name: letters, digits, _, - and . only, not starting with ., at most "
              + GroupName.MAX_LENGTH);
    } else if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      response.setHeader("Upgrade", "websocket");
      response.sendError(426, "This path speaks WebSocket only");
    } else if (!origins.allows(request.getHeader("Origin"), ownOrigin(request))) {
      response.sendError(
          403,
          "Origin not allowed: add it to fanweb.chat.allowed-origins to let its pages connect");
    } else {
      chain.doFilter(request, response);
    }
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
