package fanweb.manage.client;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The JDK's WebSocket, which takes a text only when the one before it has left. */
final class SocketLine implements Line {
  private static final int NORMAL = WebSocket.NORMAL_CLOSURE;

  private final WebSocket socket;
  private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);

  SocketLine(WebSocket socket) {
    this.socket = socket;
  }

  @Override
  public CompletableFuture<?> send(String frame) {
    return then(() -> socket.sendText(frame, true));
  }

  /** A text that could not be sent does not keep back the next, which fails by itself. */
  private synchronized CompletableFuture<?> then(Supplier<CompletionStage<?>> next) {
    sent = sent.handle((done, failure) -> next.get()).thenCompose(stage -> stage);
    return sent;
  }

  @Override
  public void more() {
    socket.request(1);
  }

  @Override
  public CompletableFuture<?> close() {
    return then(() -> socket.sendClose(NORMAL, "")).orTimeout(1, TimeUnit.SECONDS);
  }

  @Override
  public void drop() {
    socket.abort();
  }
}
