package fanweb.chat.ws;

import fanweb.chat.Ending;
import fanweb.chat.Outlet;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Sends to one WebSocket session. The frames of a burst leave together: batching is on while they
 * are queued and off before the last, whose sending flushes them all. Between bursts it is off,
 * because a server with batching on would keep its pongs and close frames back as well.
 */
final class SessionOutlet implements Outlet {
  private static final Logger LOG = System.getLogger(SessionOutlet.class.getName());

  /** How long a client that is told to go may take to read what is on its way. */
  private static final long GRACE_MILLIS = 10_000;

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

  private final Session session;
  private final boolean isJson;
  private final RemoteEndpoint.Async remote;
  private final SendHandler endWhenFailed = this::check;

  /** Whether a burst is on its way. */
  private volatile boolean sending;

  /**
   * Sends to a session.
   *
   * @param isJson whether its client knows our own close codes
   */
  SessionOutlet(Session session, boolean isJson) {
    this.session = session;
    this.isJson = isJson;
    this.remote = session.getAsyncRemote();
  }

  @Override
  public String toString() {
    return session.getId();
  }

  @Override
  public void send(List<String> frames, Runnable sent) {
    sending = true;
    try {
      int last = frames.size() - 1;
      if (last > 0) {
        remote.setBatchingAllowed(true);
        for (String frame : frames.subList(0, last)) {
          remote.sendText(frame, endWhenFailed);
        }
        remote.setBatchingAllowed(false);
      }
      remote.sendText(
          frames.get(last),
          result -> {
            if (check(result)) {
              sending = false;
              sent.run();
            }
          });
    } catch (IOException | RuntimeException e) {
      broken(e);
    }
  }

  @Override
  public void end(Ending ending) {
    try {
      if (sending) {
        cutAfter(ending == Ending.STUCK ? 1 : GRACE_MILLIS);
      }
      // Or whoever answers no close frame has its line for as long as it likes.
      session.setMaxIdleTimeout(GRACE_MILLIS);
      int code = isJson ? ending.jsonCode() : ending.code();
      session.close(new CloseReason(CloseCodes.getCloseCode(code), ending.reason()));
    } catch (IOException | RuntimeException e) {
      // The line is gone already; the container tells the endpoint so.
      LOG.log(Level.DEBUG, "event=close_failed connection=" + session.getId(), e);
    }
  }

  /** Asks the client whether it is still there. */
  void ping() {
    try {
      remote.sendPing(NOTHING);
    } catch (IOException | RuntimeException e) {
      broken(e);
    }
  }

  /**
   * Sees to it that a close frame that waits behind a burst does not keep the line open for as long
   * as the client likes: what is sent with a timeout takes the line down, with all that waits, when
   * it is not gone by then. Of what can be sent, a client minds a ping least.
   */
  private void cutAfter(long millis) throws IOException {
    remote.setSendTimeout(millis);
    remote.sendPing(NOTHING);
  }

  private boolean check(SendResult result) {
    if (!result.isOK()) {
      broken(result.getException());
    }
    return result.isOK();
  }

  private void broken(Throwable cause) {
    LOG.log(Level.DEBUG, "event=send_failed connection=" + session.getId(), cause);
    end(Ending.BROKEN);
  }
}
