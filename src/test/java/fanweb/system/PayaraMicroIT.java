package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The second WAR on the second server: a smoke test, so that this one never surprises us. */
class PayaraMicroIT {
  @RegisterExtension static final PayaraMicro SERVER = new PayaraMicro();

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<Client> clients = new ArrayList<>();

  @AfterEach
  void leave() {
    clients.forEach(client -> client.socket.abort());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index/?group_id=123", "/health/ready"})
  void pagesAnswer(String path) throws Exception {
    assertThat(SERVER.get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void whatOneSaysTheOthersHearWithAndWithoutTheSlash() throws Exception {
    Client without = connect("/ws/123");
    Client with = connect("/ws/123/");
    without.say("大家好 👋");
    with.say("你好 🐼");
    for (Client client : clients) {
      assertThat(client.hear(2)).containsExactlyInAnyOrder("大家好 👋", "你好 🐼");
    }
  }

  @Test
  void aBurstArrivesWholeAndInOrder() throws Exception {
    Client speaker = connect("/ws/burst/");
    Client listener = connect("/ws/burst");
    List<String> said = IntStream.range(0, 50).mapToObj(i -> "第 " + i + " 条").toList();
    for (String message : said) {
      speaker.say(message);
    }
    assertThat(listener.hear(said.size())).isEqualTo(said);
  }

  @Test
  void theMagicWordClosesTheConnection() throws Exception {
    Client client = connect("/ws/123/");
    client.say("关闭");
    assertThat(client.closeCode()).isEqualTo(1000);
  }

  @Test
  void aMessageMayBeAsLongAsTheLimitAndNoLonger() throws Exception {
    Client client = connect("/ws/long");
    client.say("x".repeat(65_536));
    assertThat(client.hear(1)).first().asString().hasSize(65_536);
    client.socket.sendText("x".repeat(65_536), false).get(10, TimeUnit.SECONDS);
    client.socket.sendText("x", true);
    assertThat(client.closeCode()).isEqualTo(1009);
  }

  @ParameterizedTest
  @CsvSource({
    "/ws/.hidden, 400",
    "/ws/a%20b/, 400",
    "/ws/a/b, 404",
    "/ws/, 404",
  })
  void aNameThatNoGroupCanHaveIsRefusedBeforeTheUpgrade(String path, int status) {
    assertRefused(path, "http://127.0.0.1:" + SERVER.at("http", "/").getPort(), status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ws/123", "/ws/123/"})
  void aForeignPageIsRefused(String path) {
    assertRefused(path, "https://evil.example", 403);
  }

  @Test
  void aGroupInWhichSomebodySpokeIsRecorded() throws Exception {
    String group = "payara-" + ProcessHandle.current().pid();
    connect("/ws/" + group).say("在吗");
    await().atMost(PATIENCE).until(() -> SERVER.get("/").body().contains("group_id=" + group));
  }

  @Test
  void whoIsGoneIsForgotten() throws Exception {
    Client leaver = connect("/ws/leave/");
    leaver.socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
    assertThat(leaver.closeCode()).isEqualTo(1000);
    connect("/ws/leave").socket.abort();
    await()
        .atMost(PATIENCE)
        .until(() -> SERVER.get("/metrics").body().contains("\nfanweb_connections 0.0\n"));
  }

  /**
   * The server answers first and lets the client into its group then: a pong proves it. Leaving
   * before that is something Tyrus may never hear of (src/docs/payara.md).
   */
  private Client connect(String path) throws Exception {
    Client client = new Client();
    client.socket =
        SERVER
            .client()
            .newWebSocketBuilder()
            .connectTimeout(PATIENCE)
            .buildAsync(SERVER.at("ws", path), client)
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    clients.add(client);
    client.socket.sendPing(ByteBuffer.allocate(0));
    client.joined.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return client;
  }

  private static void assertRefused(String path, String origin, int status) {
    CompletableFuture<WebSocket> attempt =
        SERVER
            .client()
            .newWebSocketBuilder()
            .header("Origin", origin)
            .buildAsync(SERVER.at("ws", path), new WebSocket.Listener() {});
    assertThatThrownBy(() -> attempt.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .asInstanceOf(InstanceOfAssertFactories.type(WebSocketHandshakeException.class))
        .extracting(refusal -> refusal.getResponse().statusCode())
        .isEqualTo(status);
  }

  /** Keeps what it hears and how it ended. */
  private static final class Client implements WebSocket.Listener {
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final StringBuilder message = new StringBuilder();
    private final CompletableFuture<Boolean> joined = new CompletableFuture<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @SuppressWarnings("NullAway.Init") // because it is there once the handshake is over
    private WebSocket socket;

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
}
