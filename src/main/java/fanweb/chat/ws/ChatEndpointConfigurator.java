package fanweb.chat.ws;

/** Makes the endpoints of the path that every server has. */
public final class ChatEndpointConfigurator extends ChatConfigurator {
  /** Called by the container. */
  public ChatEndpointConfigurator() {
    super(ChatEndpoint::new);
  }
}
