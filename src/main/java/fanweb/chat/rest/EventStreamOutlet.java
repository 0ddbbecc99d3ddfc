package fanweb.chat.rest;

import fanweb.chat.Ending;
import fanweb.chat.Outlet;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends frames as the body of an answer that has no end, without waiting for the network (Jakarta
 * Servlet 6.0, section 3.8). The server says when it can take more; between two of its calls the
 * turn to write is the chat's, before the first it is not. Any thread.
 *
 * <p>Nothing in that specification cuts a line whose client does not read: a server that is told
 * that the answer is complete waits for it, and one forgets the end. So the end is told when the
 * client has read the last burst. The chat has long forgotten the client then; what is left of it
 * until its line breaks is that burst.
 */
final class EventStreamOutlet implements Outlet, WriteListener {
  private static final Logger LOG = System.getLogger(EventStreamOutlet.class.getName());

  private final AsyncContext context;
  private final ServletOutputStream body;
  private final AtomicReference<Runnable> whenEnded = new AtomicReference<>(() -> {});

  /** What follows is guarded by this. */
  private byte @Nullable [] waiting;

  private @Nullable Runnable whenSent;
  private boolean unflushed;
  private boolean ourTurn;
  private boolean ended;

  EventStreamOutlet(AsyncContext context, ServletOutputStream body) {
    this.context = context;
    this.body = body;
  }

  @Override
  public String toString() {
    return "stream-" + Integer.toHexString(System.identityHashCode(this));
  }

  @Override
  public void send(List<String> frames, Runnable sent) {
    byte[] bytes = String.join("", frames).getBytes(StandardCharsets.UTF_8);
    synchronized (this) {
      waiting = bytes;
      whenSent = sent;
    }
    goOn(false);
  }

  @Override
  public void onWritePossible() {
    goOn(true);
  }

  @Override
  public void onError(Throwable failure) {
    broken(failure);
  }

  /** Has somebody told, once, when nothing more is sent. */
  void whenEnded(Runnable action) {
    whenEnded.set(action);
  }

  @Override
  public void end(Ending ending) {
    boolean mayComplete;
    synchronized (this) {
      mayComplete = ourTurn;
      ended = true;
    }
    if (mayComplete) {
      complete();
    }
    whenEnded.getAndSet(() -> {}).run();
  }

  private void goOn(boolean mayWrite) {
    Runnable sent = null;
    boolean over;
    try {
      synchronized (this) {
        ourTurn |= mayWrite;
        over = mayWrite && ended;
        if (ourTurn && !ended) {
          sent = write();
        }
      }
    } catch (IOException | RuntimeException e) {
      broken(e);
      return;
    }
    if (over) {
      complete();
    } else if (sent != null) {
      sent.run();
    }
  }

  /** Writes as long as the server takes it; answers whom to tell that all has left. */
  private @Nullable Runnable write() throws IOException {
    while (body.isReady()) {
      if (waiting != null) {
        body.write(waiting);
        waiting = null;
        unflushed = true;
      } else if (unflushed) {
        unflushed = false;
        body.flush();
      } else {
        Runnable sent = whenSent;
        whenSent = null;
        return sent;
      }
    }
    ourTurn = false;
    return null;
  }

  private void broken(Throwable cause) {
    LOG.log(Level.DEBUG, "event=stream_broken connection=" + this, cause);
    complete();
    end(Ending.BROKEN);
  }

  private void complete() {
    try {
      context.complete();
    } catch (IllegalStateException e) {
      // The server was first.
      LOG.log(Level.DEBUG, "event=stream_over_already connection=" + this, e);
    }
  }
}
