package fanweb.manage.client;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Makes lines with the JDK's WebSocket client, which answers pings by itself as long as texts may
 * come.
 *
 * @param client how to connect
 * @param address of the WebSocket
 * @param token proves who one is; null: nobody in particular
 * @param protocol to be spoken; empty for plain text
 * @param thread where listeners hear
 */
record SocketDialer(
    HttpClient client, URI address, @Nullable String token, String protocol, Executor thread)
    implements Line.Dialer {
  /** How long to wait for an answer. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  @Override
  public void dial(Line.Listener listener) {
    WebSocket.Builder handshake = client.newWebSocketBuilder().connectTimeout(PATIENCE);
    if (token != null) {
      handshake.header("Authorization", "Bearer " + token);
    }
    if (!protocol.isEmpty()) {
      handshake.subprotocols(protocol);
    }
    var unused =
        handshake
            .buildAsync(address, new Ear(listener, thread))
            .whenComplete(
                (socket, failure) -> {
                  if (failure != null) {
                    thread.execute(() -> listener.ended(end(failure)));
                  }
                });
  }

  private static LineEnd end(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof WebSocketHandshakeException answer && answer.getResponse() != null
        ? answered(answer.getResponse())
        : new LineEnd.Broken(cause == null ? failure : cause);
  }

  private static LineEnd answered(HttpResponse<?> response) {
    Optional<String> elsewhere = response.headers().firstValue("Location");
    String body = response.body() instanceof String text ? text : "";
    return new LineEnd.Answered(response.statusCode(), elsewhere.orElseGet(() -> detail(body)));
  }

  /** What a problem says (RFC 9457); a page says nothing that fits in a line. */
  static String detail(String body) {
    try {
      JsonObject problem = Frames.object(body);
      return problem.getString("detail", problem.getString("title", ""));
    } catch (JsonException | ClassCastException e) {
      return "";
    }
  }

  /** Puts texts together from their parts. */
  private static final class Ear implements WebSocket.Listener {
    /** Longest text in characters: many times what a server puts into one frame. */
    private static final int LONGEST = 1 << 24;

    private final Line.Listener listener;
    private final Executor thread;
    private final StringBuilder text = new StringBuilder();

    Ear(Line.Listener listener, Executor thread) {
      this.listener = listener;
      this.thread = thread;
    }

    @Override
    public void onOpen(WebSocket socket) {
      // Nothing is asked for yet: whoever listens says when it is ready.
      thread.execute(() -> listener.opened(new SocketLine(socket), socket.getSubprotocol()));
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        String whole = text.toString();
        text.setLength(0);
        thread.execute(() -> listener.heard(whole));
      } else if (text.length() > LONGEST) {
        socket.abort();
        onError(socket, new IllegalStateException("a frame of more than " + LONGEST));
      } else {
        socket.request(1);
      }
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      thread.execute(() -> listener.ended(new LineEnd.Closed(code, reason)));
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      thread.execute(() -> listener.ended(new LineEnd.Broken(error)));
    }
  }
}
