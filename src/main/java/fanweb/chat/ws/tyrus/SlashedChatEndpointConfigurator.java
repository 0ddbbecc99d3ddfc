package fanweb.chat.ws.tyrus;

import fanweb.chat.ws.ChatEndpointConfigurator;

/** Makes the endpoints of the other path. */
public final class SlashedChatEndpointConfigurator extends ChatEndpointConfigurator {
  /** Called by the container. */
  public SlashedChatEndpointConfigurator() {
    super(SlashedChatEndpoint::new);
  }
}
