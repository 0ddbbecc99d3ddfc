package fanweb.chat.ws.tyrus;

import fanweb.chat.ws.GroupSessions;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes endpoints, as {@link fanweb.chat.ws.ChatEndpointConfigurator} does. */
public final class SlashedChatEndpointConfigurator extends ServerEndpointConfig.Configurator {
  private volatile @Nullable Supplier<SlashedChatEndpoint> endpoints;

  @Override
  public boolean checkOrigin(String origin) {
    return true;
  }

  @Override
  public <T> T getEndpointInstance(Class<T> type) {
    Supplier<SlashedChatEndpoint> known = endpoints;
    if (known == null) {
      known = CDI.current().select(GroupSessions.class).get().endpoints(SlashedChatEndpoint::new);
      endpoints = known;
    }
    return type.cast(known.get());
  }
}
