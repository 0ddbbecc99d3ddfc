package fanweb.chat.ws;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes endpoints. The servers differ in what they inject into one, so each gets what it needs
 * through its constructor. Origins are the {@link HandshakeFilter}'s: a refusal here has another
 * status on each server.
 */
public abstract class ChatConfigurator extends ServerEndpointConfig.Configurator {
  private final Function<GroupSessions, ? extends ChatEndpoint> kind;

  /** Looked up once: asking CDI costs more than the rest of a handshake. */
  private volatile @Nullable Supplier<? extends ChatEndpoint> endpoints;

  /**
   * Makes endpoints of a kind.
   *
   * @param kind a constructor
   */
  protected ChatConfigurator(Function<GroupSessions, ? extends ChatEndpoint> kind) {
    this.kind = kind;
  }

  @Override
  public boolean checkOrigin(String origin) {
    return true;
  }

  /** Hands on what the {@link HandshakeFilter} knows of the client; there is one for each. */
  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    request.getHeaders().getOrDefault(ClientHeader.NAME, List.of()).stream()
        .findFirst()
        .ifPresent(address -> config.getUserProperties().put(ClientHeader.NAME, address));
  }

  @Override
  public <T> T getEndpointInstance(Class<T> type) {
    Supplier<? extends ChatEndpoint> known = endpoints;
    if (known == null) {
      known = CDI.current().select(GroupSessions.class).get().endpoints(kind);
      endpoints = known;
    }
    return type.cast(known.get());
  }
}
