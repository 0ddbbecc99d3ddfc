package fanweb.system;

import static org.awaitility.Awaitility.await;

import fanweb.chat.JsonSpeaker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client that speaks {@code fanweb.v1} over a WebSocket. Answers pings. */
public final class JsonClient implements JsonSpeaker, AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final List<String> frames = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;

  private JsonClient(HttpClient client, URI address, Map<String, String> headers) {
    WebSocket.Builder handshake = client.newWebSocketBuilder().subprotocols("fanweb.v1");
    headers.forEach(handshake::header);
    this.socket = handshake.buildAsync(address, new Listener()).join();
  }

  /** Connects to the server under test. */
  public static JsonClient connect(String path) {
    return connect(path, Map.of());
  }

  /** Connects to the server under test with headers of the test's. */
  public static JsonClient connect(String path, Map<String, String> headers) {
    return new JsonClient(CLIENT, URI.create("ws://127.0.0.1:" + Site.port() + path), headers);
  }

  /** Connects to any server with headers of the test's. */
  public static JsonClient connect(URI address, Map<String, String> headers) {
    return new JsonClient(CLIENT, address, headers);
  }

  /** Connects to any server. */
  public static JsonClient connect(URI address) {
    return new JsonClient(CLIENT, address, Map.of());
  }

  /** Connects to any server in a way of the test's. */
  public static JsonClient connect(HttpClient client, URI address) {
    return new JsonClient(client, address, Map.of());
  }

  @Override
  public void send(String frame) {
    socket.sendText(frame, true).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  @Override
  public List<String> frames() {
    return frames;
  }

  /** Waits until the server has closed it; its code. */
  public int closeCode() {
    await().atMost(PATIENCE).until(closed::isDone);
    return closed.join();
  }

  /** Whether it is open. */
  public boolean isOpen() {
    return !closed.isDone();
  }

  /** Says goodbye and waits for the answer. */
  @Override
  public void close() {
    if (isOpen()) {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
      closeCode();
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder frame = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      frame.append(part);
      if (last) {
        frames.add(frame.toString());
        frame.setLength(0);
      }
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
      closed.complete(1006);
    }
  }
}
