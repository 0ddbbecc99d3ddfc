package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is asked to end: it takes in nobody, sends everybody away, and only then ends. */
class StoppingIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String GUEST = "Bearer t_" + "A".repeat(43);

  /** As a shell tells of a process that SIGTERM ended. */
  private static final int TERMINATED = 128 + 15;

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir private Path folder;
  private LaunchedServer server;

  @SuppressWarnings("NullAway.Init") // because JUnit calls start first
  StoppingIT() {}

  @BeforeEach
  void start() throws Exception {
    // Long, so that most of those who are connected still are when it is looked at.
    server = LaunchedServer.start(folder, Map.of(), "-Dfanweb.chat.drain-seconds=12").awaitReady();
  }

  @AfterEach
  void kill() {
    server.close();
  }

  @Test
  void everybody_is_sent_away_before_it_ends_and_nobody_let_in_meanwhile() throws Exception {
    List<JsonClient> talking = IntStream.range(0, 4).mapToObj(i -> join()).toList();
    HearingClient plain = hear();
    CompletableFuture<HttpResponse<Stream<String>>> poll = ask("?after=0&wait=25", "*/*");
    CompletableFuture<HttpResponse<Stream<String>>> stream = ask("", "text/event-stream");
    assertThat(stream.join().statusCode()).isEqualTo(200);

    server.server().destroy();
    await().atMost(PATIENCE).until(() -> server.get("/health/ready").statusCode() == 503);

    assertThat(server.get("/health/ready").body())
        .contains("{\"name\":\"draining\",\"status\":\"DOWN\"}")
        .contains("{\"name\":\"database\",\"status\":\"UP\"}");
    assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
    assertNobodyIsLetIn();
    JsonClient here = talking.stream().filter(JsonClient::isOpen).findAny().orElseThrow();
    assertThat(here.publish("the last word").getString("type")).isEqualTo("ack");

    assertThat(talking).allSatisfy(one -> assertThat(one.closeCode()).isEqualTo(4000));
    assertThat(plain.closeCode()).isEqualTo(1001);
    assertThat(poll.join().statusCode()).isEqualTo(200);
    assertThat(stream.join().body()).anyMatch(line -> line.startsWith("event: welcome"));
    assertThat(server.awaitEnd()).isEqualTo(TERMINATED);
    assertThat(server.log()).contains("event=draining");
  }

  private JsonClient join() {
    JsonClient one = JsonClient.connect(server.at("ws", "/ws/g/"));
    one.join();
    return one;
  }

  private HearingClient hear() {
    HearingClient one = new HearingClient();
    one.socket = connect(one).join();
    return one;
  }

  private CompletableFuture<WebSocket> connect(WebSocket.Listener listener) {
    return client.newWebSocketBuilder().buildAsync(server.at("ws", "/ws/g/"), listener);
  }

  private CompletableFuture<HttpResponse<Stream<String>>> ask(String query, String accept) {
    URI address = server.at("http", "/api/groups/quiet/messages" + query);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .headers("Authorization", GUEST, "Accept", accept)
            .timeout(PATIENCE)
            .build();
    return client.sendAsync(request, BodyHandlers.ofLines());
  }

  private void assertNobodyIsLetIn() {
    assertThatThrownBy(() -> connect(new HearingClient()).join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class, e -> assertRefused(e.getResponse()));
    assertRefused(ask("", "text/event-stream").join());
    assertThat(ask("?after=0&wait=25", "*/*").join().statusCode()).isEqualTo(200);
  }

  private static void assertRefused(HttpResponse<?> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }
}
