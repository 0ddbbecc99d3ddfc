package fanweb.chat.ws.tyrus;

import fanweb.chat.ws.ChatConfigurator;

/** Makes the endpoints of the other path. */
public final class SlashedChatEndpointConfigurator extends ChatConfigurator {
  /** Called by the container. */
  public SlashedChatEndpointConfigurator() {
    super(SlashedChatEndpoint::new);
  }
}
