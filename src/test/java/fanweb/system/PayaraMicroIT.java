package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fanweb.system.OpenApiDocument.Operation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The second WAR on the second server: a smoke test, so that this one never surprises us. */
@Order(4)
class PayaraMicroIT {
  @RegisterExtension static final PayaraMicro SERVER = new PayaraMicro();

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<HearingClient> clients = new ArrayList<>();

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
    HearingClient without = connect("/ws/123");
    HearingClient with = connect("/ws/123/");
    without.say("大家好 👋");
    with.say("你好 🐼");
    for (HearingClient client : clients) {
      assertThat(client.hear(2)).containsExactlyInAnyOrder("大家好 👋", "你好 🐼");
    }
  }

  @Test
  void aBurstArrivesWholeAndInOrder() throws Exception {
    HearingClient speaker = connect("/ws/burst/");
    HearingClient listener = connect("/ws/burst");
    List<String> said = IntStream.range(0, 50).mapToObj(i -> "第 " + i + " 条").toList();
    for (String message : said) {
      speaker.say(message);
    }
    assertThat(listener.hear(said.size())).isEqualTo(said);
  }

  @Test
  void eachAddressHasPlacesOfItsOwn() throws Exception {
    for (int i = 0; i < PayaraMicro.CONNECTIONS; i++) {
      awaitJoined(connectFrom("198.51.100.1", "/ws/crowd/")).say("one");
      awaitJoined(connectFrom("198.51.100.2", "/ws/crowd")).say("two");
    }

    assertThat(connectFrom("198.51.100.1", "/ws/crowd/").closeCode()).isEqualTo(1013);
    assertThat(connectFrom("198.51.100.2", "/ws/crowd/").closeCode()).isEqualTo(1013);
    assertThat(clients.get(0).hear(2 * PayaraMicro.CONNECTIONS)).contains("one", "two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ws/who/", "/ws/who"})
  void theHandshakeBringsWhoAsks(String path) {
    Map<String, String> token = Map.of("Authorization", "Bearer " + ApiClient.TOKEN);

    try (JsonClient program = JsonClient.connect(SERVER.at("ws", path), token);
        JsonClient guest = JsonClient.connect(SERVER.at("ws", path))) {
      assertThat(program.join().getString("author")).isEqualTo("api");
      assertThat(guest.join().getString("author")).startsWith("g_");
    }
  }

  @Test
  void whoSignsUpIsKnownToPagesAndSocketsUntilTheySignOut() throws Exception {
    int port = SERVER.at("http", "/").getPort();
    ThroughProxy ann = ThroughProxy.on(port, "Host: 127.0.0.1:" + port);
    String login = Browsing.newLogin();
    ann.post("/account/sign-up/", "login", login, "name", "Ann", "password", Browsing.PASSWORD);
    String session = "fanweb_session=" + ann.cookie("fanweb_session");
    assertThat(ann.get("/account/")).contains(" 200 ", login);

    try (JsonClient socket =
        JsonClient.connect(SERVER.at("ws", "/ws/who/"), Map.of("Cookie", session))) {
      assertThat(socket.join().getString("author")).startsWith("u_");
      assertThat(ann.post("/account/sign-out/")).contains(" 303 ");
      assertThat(socket.closeCode()).isEqualTo(4504);
    }
    assertThat(ann.get("/account/")).contains(" 303 ");
    assertThat(ann.post("/account/sign-in/", "login", login, "password", Browsing.PASSWORD))
        .contains(" 303 ");
    assertThat(ann.get("/account/")).contains(" 200 ", login);
  }

  @Test
  void theMagicWordClosesTheConnection() throws Exception {
    HearingClient client = connect("/ws/123/");
    client.say("关闭");
    assertThat(client.closeCode()).isEqualTo(1000);
  }

  @Test
  void aMessageMayBeAsLongAsTheLimitAndNoLonger() throws Exception {
    HearingClient client = connect("/ws/long");
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
    HearingClient leaver = connect("/ws/leave/");
    leaver.socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
    assertThat(leaver.closeCode()).isEqualTo(1000);
    connect("/ws/leave").socket.abort();
    await()
        .atMost(PATIENCE)
        .until(() -> SERVER.get("/metrics").body().contains("\nfanweb_connections 0.0\n"));
  }

  @Test
  void theExamplesAnswer() {
    assertThat(api().get("/examples/greeting/").body()).isEqualTo("欢迎使用");
    assertThat(api().get("/examples/json/").body()).isEqualTo("\"返回成功\"");
    assertThat(api().send("POST", "/examples/json/", "{\"id\":\"1\",\"data\":[{\"name\":\"张三\"}]}"))
        .returns(200, HttpResponse::statusCode)
        .returns("{\"message\":\"返回成功\",\"name\":\"张三\"}", HttpResponse::body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":1,\"data\":[]} | #/id",
        "{\"id\":\"1\",\"data\":[]} | #/data",
        "{\"id\":\"1\",\"data\":[{}]} | #/data/0/name",
        "{\"id\":\"1\",\"extra\":1} | #/extra",
        "{ | is no JSON at line 1"
      })
  void whatIsWrongWithABodyIsToldWithItsPlace(String body, String place) {
    HttpResponse<String> answer = api().send("POST", "/examples/json/", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains(place);
  }

  @Test
  void aForgedRequestIsRefusedAndOneWithTheTokenIsNot() {
    ApiClient browser = api().without("Authorization").with("Accept", "application/json");
    assertThat(browser.send("POST", "/examples/csrf/", "{}"))
        .returns(403, HttpResponse::statusCode)
        .extracting(HttpResponse::body)
        .asString()
        .contains("Forbidden (CSRF cookie not set.)");
    HttpResponse<String> issued = browser.get("/examples/csrf/");
    String cookie = issued.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    String token = issued.body().replaceAll(".*:\"|\".*", "");
    ApiClient ours = browser.with("Cookie", cookie).with("X-CSRFToken", token);
    assertThat(ours.send("POST", "/examples/csrf/", "{}").statusCode()).isEqualTo(200);
  }

  /** Also that creating and changing twice, stale changes and what is not there are told. */
  @ParameterizedTest
  @ValueSource(strings = {"roles", "users"})
  void theApiDoesWhatItsDocumentSays(String collection) {
    OpenApiDocument document = OpenApiDocument.parse(api().get("/openapi").body());
    ApiScenarios scenarios = new ApiScenarios(api(), api().without("Authorization"));
    Set<Integer> seen = new TreeSet<>();
    try {
      for (Operation operation : document.operations()) {
        if (operation.id().startsWith(collection)) {
          List<HttpResponse<String>> answers = scenarios.provoke(operation);
          answers.add(scenarios.good(operation).by(api()));
          for (HttpResponse<String> answer : answers) {
            assertThat(document.faults(operation, answer))
                .as("%s %s", answer, answer.body())
                .isEmpty();
            seen.add(answer.statusCode());
          }
        }
      }
    } finally {
      scenarios.tidy();
    }
    assertThat(seen).contains(200, 201, 204, 304, 400, 401, 403, 404, 406, 409, 412, 413, 415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"groups", "messages", "restrictions"})
  void groupsOverHttpDoWhatTheDocumentSays(String collection) {
    OpenApiDocument document = OpenApiDocument.parse(api().get("/openapi").body());
    ApiScenarios scenarios = new ApiScenarios(api(), api().without("Authorization"));
    for (Operation operation : document.operations()) {
      if (operation.id().startsWith(collection)) {
        List<HttpResponse<String>> answers = scenarios.provoke(operation);
        answers.add(scenarios.good(operation).by(api()));
        for (HttpResponse<String> answer : answers) {
          assertThat(document.faults(operation, answer))
              .as("%s %s", answer, answer.body())
              .isEmpty();
        }
      }
    }
  }

  /** Over both, for Payara does not read a path that comes over HTTP/2 as UTF-8. */
  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void whoeverPollsIsWokenAndWhoeverFollowsIsTold(HttpClient.Version version) throws Exception {
    String name = "群-" + version + "-" + ProcessHandle.current().pid();
    String group = encoded("/api/groups/" + name);
    GrowingAnswer poll = ask(version, group + "/messages?after=0&wait=30", "application/json");
    GrowingAnswer stream = ask(version, group + "/messages", "text/event-stream");
    stream.awaitText("\"type\":\"welcome\",\"group\":\"" + name + "\"");
    await()
        .atMost(PATIENCE)
        .until(() -> SERVER.get("/metrics").body().contains("\nfanweb_polls_waiting 1.0\n"));
    assertThat(poll.end()).isNotDone();

    assertThat(api().send("POST", group + "/messages", "{\"text\":\"在吗\"}").statusCode())
        .isEqualTo(201);

    poll.awaitText("\"text\":\"在吗\"");
    stream.awaitText("\"text\":\"在吗\"");
    endStream(group);
    for (GrowingAnswer answer : List.of(poll, stream)) {
      assertThat(answer.whole())
          .returns(200, HttpResponse::statusCode)
          .returns(version, HttpResponse::version);
    }
  }

  @Test
  void aPollThatHearsNothingIsAnsweredWhenItsTimeIsOver() {
    assertThat(api().get(encoded("/api/groups/悄悄/messages?after=0&wait=1")))
        .returns(200, HttpResponse::statusCode)
        .extracting(HttpResponse::body)
        .asString()
        .contains("\"messages\":[]");
  }

  private static GrowingAnswer ask(HttpClient.Version version, String path, String accept) {
    URI address = SERVER.at("http", path);
    return GrowingAnswer.to(
        HttpRequest.newBuilder(address).version(version).header("Accept", accept).build(),
        SERVER.client());
  }

  /** Whoever follows a stream that is another one from now on is let go. */
  private static void endStream(String group) {
    assertThat(api().send("PATCH", group + "/settings", "{\"durable\":false}").statusCode())
        .isEqualTo(200);
  }

  private static String encoded(String path) {
    return URI.create(path).toASCIIString();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/nope, 404",
    "GET, /api/roles/abc, 404",
    "PUT, /api/roles, 405",
    "GET, /api/application.wadl, 404",
    "POST, /api/roles, 415"
  })
  void whatTheServerItselfRefusesIsAProblemToo(String method, String path, int status) {
    HttpResponse<String> answer = api().send(method, path, null);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"status\":" + status);
  }

  private static ApiClient api() {
    return ApiClient.of(SERVER.at("http", "").toString());
  }

  /**
   * The server answers first and lets the client into its group then: a pong proves it. Leaving
   * before that is something Tyrus may never hear of (src/docs/payara.md).
   */
  private HearingClient connect(String path) throws Exception {
    return awaitJoined(connectFrom("127.0.0.1", path));
  }

  private static HearingClient awaitJoined(HearingClient client) throws Exception {
    client.socket.sendPing(ByteBuffer.allocate(0));
    client.joined.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return client;
  }

  private HearingClient connectFrom(String address, String path) throws Exception {
    HearingClient client = new HearingClient();
    client.socket =
        SERVER
            .client()
            .newWebSocketBuilder()
            .header("X-Forwarded-For", address)
            .connectTimeout(PATIENCE)
            .buildAsync(SERVER.at("ws", path), client)
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    clients.add(client);
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
}
