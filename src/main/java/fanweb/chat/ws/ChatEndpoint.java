package fanweb.chat.ws;

import fanweb.channel.GroupName;
import fanweb.chat.Ending;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One chat connection, with or without a slash behind the group. The container makes one instance a
 * connection and calls it by one thread at a time.
 */
@ServerEndpoint(
    value = "/ws/{group}",
    subprotocols = ChatEndpoint.JSON,
    configurator = ChatEndpointConfigurator.class)
public class ChatEndpoint {
  /** The subprotocol of clients that speak JSON; others speak plain text. */
  public static final String JSON = "fanweb.v1";

  private static final Logger LOG = System.getLogger(ChatEndpoint.class.getName());

  private final GroupSessions sessions;

  /** Set by the opening, before anything else. */
  private @Nullable MessageAssembler message;

  /** Called by {@link ChatEndpointConfigurator}. */
  protected ChatEndpoint(GroupSessions sessions) {
    this.sessions = sessions;
  }

  /** Joins the group; {@link HandshakeFilter} has already checked its name. */
  @OnOpen
  public void open(Session session, @PathParam("group") String group) {
    message = sessions.newAssembler(session);
    sessions.join(session, GroupName.parse(group).orElseThrow());
  }

  /** Takes in a text message, in as many parts as the container likes. */
  @OnMessage
  public void text(String part, boolean last, Session session) {
    MessageAssembler parts = Objects.requireNonNull(message);
    switch (parts.add(part, last)) {
      case INCOMPLETE -> {}
      case COMPLETE -> sessions.receive(session, parts.take());
      case TOO_LONG -> sessions.end(session, Ending.TOO_LONG);
    }
  }

  /** Notes that the client is still there. */
  @OnMessage
  public void pong(PongMessage pong, Session session) {
    sessions.hear(session);
  }

  /** Refuses binary data. */
  @OnMessage
  public void binary(ByteBuffer part, boolean last, Session session) {
    sessions.end(session, Ending.NOT_TEXT);
  }

  /** Leaves the group, however the connection ended. */
  @OnClose
  public void close(Session session, CloseReason reason) {
    sessions.leave(session, reason.getCloseCode().getCode());
  }

  /** A line that breaks is everyday life; anything else is worth a look. */
  @OnError
  public void error(Session session, Throwable error) {
    Level level = error instanceof IOException ? Level.DEBUG : Level.WARNING;
    LOG.log(level, "event=socket_error connection=" + session.getId(), error);
    sessions.end(session, Ending.BROKEN);
  }
}
