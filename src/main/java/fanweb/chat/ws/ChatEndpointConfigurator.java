package fanweb.chat.ws;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.server.ServerEndpointConfig;

/**
 * Makes endpoints. The servers differ in what they inject into one, so each gets what it needs
 * through its constructor. Origins are the {@link HandshakeFilter}'s: a refusal here has another
 * status on each server.
 */
public final class ChatEndpointConfigurator extends ServerEndpointConfig.Configurator {
  @Override
  public boolean checkOrigin(String origin) {
    return true;
  }

  @Override
  public <T> T getEndpointInstance(Class<T> type) {
    return type.cast(new ChatEndpoint(CDI.current().select(GroupSessions.class).get()));
  }
}
