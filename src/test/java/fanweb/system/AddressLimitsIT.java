package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much one address may take up, behind a proxy that is known: here, whoever tests. */
@SharedServer
class AddressLimitsIT {
  private static final int CONNECTIONS = 3;
  private static final int RATE = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration CUT_OFF = Duration.ofSeconds(12);
  private static final byte[] PONG = {(byte) 0x8a, (byte) 0x80, 0, 0, 0, 0};
  private static final String SITE = "/addresses";

  private final String group = UUID.randomUUID().toString();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<JsonClient> clients = new ArrayList<>();

  @Deployment(testable = false)
  static WebArchive limited() {
    WebArchive war = Wars.at("addresses");
    Wars.with(war, "fanweb.http.trusted-proxies", "127.0.0.1");
    Wars.with(war, "fanweb.chat.connections-per-address", "" + CONNECTIONS);
    return Wars.with(war, "fanweb.chat.rate-per-address", "" + RATE);
  }

  @AfterEach
  void goAway() {
    clients.forEach(JsonClient::close);
  }

  @Test
  void oneConnectionMoreThanAnAddressMayHaveIsShownOutAndOthersAreNot() throws Exception {
    List<JsonClient> here = Stream.generate(() -> connect("198.51.100.1")).limit(3).toList();
    here.forEach(JsonClient::join);

    assertThat(connect("198.51.100.1").closeCode()).isEqualTo(4005);
    assertThat(connect("192.0.2.99, 198.51.100.1").closeCode()).isEqualTo(4005);

    connect("198.51.100.2").join();
    here.get(0).close();
    await().atMost(PATIENCE).until(() -> isLetIn("198.51.100.1"));
    connect("198.51.100.1").join();
    assertThat(connect("198.51.100.1").closeCode()).isEqualTo(4005);
  }

  @Test
  void whatAClientCallsItselfDoesNotCount() {
    Stream.generate(() -> connect("198.51.100.3")).limit(3).forEach(JsonClient::join);

    JsonClient sly =
        client(Map.of("X-Forwarded-For", "198.51.100.3", "Fan-Web-Client", "198.51.100.4"));

    assertThat(sly.closeCode()).isEqualTo(4005);
  }

  @Test
  void whoeverIsShownOutAndDoesNotGoIsCutOff() throws IOException {
    String path = SITE + "/ws/" + group + "/";
    Stream.generate(() -> connect("198.51.100.8")).limit(3).forEach(JsonClient::join);

    try (RawSocket refused = RawSocket.ask(path, "X-Forwarded-For", "198.51.100.8")) {
      assertThat(refused.readClose()).isEqualTo(1013);
      // Whatever it sends would keep its line open a while longer.
      await().atMost(PATIENCE).pollDelay(CUT_OFF).until(() -> isCutOff(refused));
    }
  }

  private static boolean isCutOff(RawSocket socket) {
    try {
      socket.sendBytes(PONG);
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void streamsAndWaitingRequestsAreConnectionsToo() throws Exception {
    JsonClient speaker = connect("198.51.100.5");
    speaker.join();
    HttpResponse<InputStream> stream =
        http.send(following("198.51.100.5"), BodyHandlers.ofInputStream());
    CompletableFuture<HttpResponse<String>> poll =
        http.sendAsync(waiting("198.51.100.5", 30), BodyHandlers.ofString());
    await()
        .atMost(PATIENCE)
        .until(() -> Metrics.value(SITE, "fanweb_polls_waiting") == 1 || poll.isDone());

    HttpResponse<String> refused = answer(following("198.51.100.5"));

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(refused.body()).contains("\"code\":\"address_full\"");
    assertThat(answer(waiting("198.51.100.5", 1)).statusCode()).isEqualTo(429);
    assertThat(connect("198.51.100.5").closeCode()).isEqualTo(4005);

    speaker.publish("news");
    assertThat(poll.join().statusCode()).isEqualTo(200);
    await().atMost(PATIENCE).until(() -> isLetIn("198.51.100.5"));
    stream.body().close();
  }

  @Test
  void newGuestsWithEachMessageHaveTheRateOfTheirAddressTogether() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> said =
        Stream.generate(() -> http.sendAsync(saying("198.51.100.6"), BodyHandlers.ofString()))
            .limit(10 * RATE)
            .toList();

    assertThat(said).extracting(one -> one.join().statusCode()).contains(201, 429);
    assertThat(answer(saying("198.51.100.7")).statusCode()).isEqualTo(201);
  }

  private boolean isLetIn(String address) throws Exception {
    return answer(waiting(address, 1)).statusCode() == 200;
  }

  private JsonClient connect(String forwarded) {
    return client(Map.of("X-Forwarded-For", forwarded));
  }

  private JsonClient client(Map<String, String> headers) {
    JsonClient client = JsonClient.connect(SITE + "/ws/" + group + "/", headers);
    clients.add(client);
    return client;
  }

  private HttpResponse<String> answer(HttpRequest request) throws Exception {
    return http.send(request, BodyHandlers.ofString());
  }

  private HttpRequest following(String address) {
    return request(address, messages()).header("Accept", "text/event-stream").build();
  }

  private HttpRequest waiting(String address, int seconds) {
    return request(address, messages() + "?after=0&wait=" + seconds).build();
  }

  private HttpRequest saying(String address) {
    return request(address, messages())
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"hello\"}"))
        .build();
  }

  private String messages() {
    return SITE + "/api/groups/" + group + "/messages";
  }

  private static HttpRequest.Builder request(String address, String path) {
    return HttpRequest.newBuilder(URI.create(Site.base() + path))
        .timeout(Duration.ofSeconds(90))
        .header("X-Forwarded-For", address);
  }
}
