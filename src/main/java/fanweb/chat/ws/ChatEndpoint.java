package fanweb.chat.ws;

import fanweb.channel.GroupName;
import fanweb.chat.Ending;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;

/**
 * One chat connection, with or without a slash behind the group. The container makes one instance a
 * connection and calls it by one thread at a time.
 */
@ServerEndpoint(value = "/ws/{group}", configurator = ChatEndpointConfigurator.class)
public class ChatEndpoint {
  private static final Logger LOG = System.getLogger(ChatEndpoint.class.getName());

  private final GroupSessions sessions;
  private final MessageAssembler message;

  /** Called by {@link ChatEndpointConfigurator}. */
  protected ChatEndpoint(GroupSessions sessions) {
    this.sessions = sessions;
    this.message = sessions.newAssembler();
  }

  /** Joins the group; {@link HandshakeFilter} has already checked its name. */
  @OnOpen
  public void open(Session session, @PathParam("group") String group) {
    sessions.join(session, GroupName.parse(group).orElseThrow());
  }

  /** Takes in a text message, in as many parts as the container likes. */
  @OnMessage
  public void text(String part, boolean last, Session session) {
    switch (message.add(part, last)) {
      case INCOMPLETE -> {}
      case COMPLETE -> sessions.receive(session, message.take());
      case TOO_LONG -> sessions.end(session, Ending.TOO_LONG);
    }
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
