package fanweb.chat.ws.tyrus;

import fanweb.chat.ws.ChatEndpoint;
import fanweb.chat.ws.GroupSessions;
import jakarta.websocket.server.ServerEndpoint;

/** One chat connection at the path with a slash behind the group; all else is inherited. */
@ServerEndpoint(
    value = "/ws/{group}/",
    subprotocols = ChatEndpoint.JSON,
    configurator = SlashedChatEndpointConfigurator.class)
public class SlashedChatEndpoint extends ChatEndpoint {
  /** Called by {@link SlashedChatEndpointConfigurator}. */
  SlashedChatEndpoint(GroupSessions sessions) {
    super(sessions);
  }
}
