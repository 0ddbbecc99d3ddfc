package fanweb.system.faults;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a {@link Talker}: takes frames apart and sends one after the other. Stops
 * reading when it is told to.
 */
final class Line implements WebSocket.Listener {
  private static final JsonReaderFactory READERS =
      JsonProvider.provider().createReaderFactory(Map.of());

  /** The code of a line that ended without one (RFC 6455, section 7.1.5). */
  private static final int BROKEN = 1006;

  private final Talker owner;
  private final StringBuilder frame = new StringBuilder();
  private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();
  private CompletableFuture<?> sent = socket;
  private boolean paused;
  private boolean owesOne;
  private volatile boolean answered;

  Line(Talker owner) {
    this.owner = owner;
  }

  /** Sends a frame after those before it. */
  synchronized void send(String text) {
    sent =
        sent.thenCombine(socket, (before, open) -> open)
            .thenCompose(open -> open.sendText(text, true));
  }

  /**
   * Asks whether the other end is there. Of RFC 6455's own pings the chat hears nothing, so that
   * this wakes nobody there who should be awake.
   */
  synchronized void ping() {
    answered = false;
    sent =
        sent.thenCombine(socket, (before, open) -> open)
            .thenCompose(open -> open.sendPing(ByteBuffer.allocate(0)));
  }

  /** Whether the other end has answered. */
  boolean isAnswered() {
    return answered;
  }

  /** Cuts the line without a word, also one that is not open yet. */
  void cut() {
    CompletableFuture<?> unused = socket.thenAccept(WebSocket::abort);
  }

  /** Stops or goes on reading. */
  synchronized void pause(boolean stop) {
    paused = stop;
    if (!stop && owesOne) {
      owesOne = false;
      socket.join().request(1);
    }
  }

  @Override
  public void onOpen(WebSocket open) {
    socket.complete(open);
    owner.opened(this);
    open.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    frame.append(part);
    if (last) {
      String lines = frame.toString();
      frame.setLength(0);
      lines.lines().forEach(line -> owner.hear(this, parse(line)));
    }
    askForMore(from);
    return null;
  }

  private synchronized void askForMore(WebSocket from) {
    if (paused) {
      owesOne = true;
    } else {
      from.request(1);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer payload) {
    answered = true;
    askForMore(from);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    owner.log().end(code);
    owner.lost(this);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    owner.log().end(BROKEN);
    owner.lost(this);
  }

  private static JsonObject parse(String line) {
    try (JsonReader reader = READERS.createReader(new StringReader(line))) {
      return reader.readObject();
    }
  }
}
