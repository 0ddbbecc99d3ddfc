package fanweb.system;

import static org.awaitility.Awaitility.await;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A member of a group who keeps what it hears and how it ended. */
final class HearingClient implements WebSocket.Listener {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private final StringBuilder message = new StringBuilder();
  final CompletableFuture<Boolean> joined = new CompletableFuture<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();

  @SuppressWarnings("NullAway.Init") // because it is there once the handshake is over
  WebSocket socket;

  void say(String text) throws Exception {
    socket.sendText(text, true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  List<String> hear(int messages) {
    await().atMost(PATIENCE).until(() -> heard.size() >= messages);
    return List.copyOf(heard);
  }

  int closeCode() throws Exception {
    return closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    message.append(part);
    if (last) {
      heard.add(message.toString());
      message.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer payload) {
    joined.complete(true);
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.completeExceptionally(error);
  }
}
