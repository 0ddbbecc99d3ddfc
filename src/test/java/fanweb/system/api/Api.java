package fanweb.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.account.Role;
import fanweb.system.LaunchedServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A program with the token of the API. */
final class Api {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final LaunchedServer server;

  Api(LaunchedServer server) {
    this.server = server;
  }

  LaunchedServer server() {
    return server;
  }

  Answer get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  Answer post(String path, String json) {
    return send("POST", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
  }

  Answer post(String path, byte[] json) {
    return send("POST", path, BodyPublishers.ofByteArray(json), "Content-Type", "application/json");
  }

  Answer patch(String path, String json) {
    return send("PATCH", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
  }

  Answer patchIfMatch(String path, String tag, String json) {
    return send(
        "PATCH",
        path,
        BodyPublishers.ofString(json),
        "Content-Type",
        "application/json",
        "If-Match",
        tag);
  }

  Answer delete(String path, String... headers) {
    return send("DELETE", path, BodyPublishers.noBody(), headers);
  }

  /** Makes a user and returns the path of it. */
  String user(String json) {
    Answer answer = post("/api/users", json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return "/api/users/" + answer.json().getInt("id");
  }

  /** Makes a user of that name and returns the path of it. */
  String userNamed(String name) {
    return user(
        Json.createObjectBuilder()
            .add("name", name)
            .add("password", "correct horse")
            .build()
            .toString());
  }

  /** Leaves no user, and of the roles only those that are always there. */
  void clear() {
    int count = get("/api/users").json().getInt("count");
    assertThat(delete("/api/users?confirm=" + count).status()).isEqualTo(200);
    for (JsonObject role : get("/api/roles?size=100").results().getValuesAs(JsonObject.class)) {
      if (!Role.BUILT_IN.contains(role.getString("code"))) {
        assertThat(delete("/api/roles/" + role.getInt("id")).status()).isEqualTo(204);
      }
    }
  }

  /** The names of the users that a query finds, in its order. */
  List<String> names(String query) {
    Answer answer = get("/api/users?" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.results().getValuesAs(user -> user.asJsonObject().getString("name"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  Answer send(String method, String path, BodyPublisher body, String... headers) {
    return by(ApiServer.TOKEN, method, path, body, headers);
  }

  /** Asks as whoever has a bearer token; as nobody, when it is empty. */
  Answer by(String token, String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return sent(request.build());
  }

  /** Asks for a target as it is, also one that no client library would let through. */
  Answer rawGet(String target) {
    return raw("GET " + target + " HTTP/1.1\r\nAuthorization: Bearer " + ApiServer.TOKEN);
  }

  /** Sends a request that starts so and has no body. */
  Answer raw(String start) {
    String request =
        start + "\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return parsed(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer parsed(String text) {
    int end = text.indexOf("\r\n\r\n");
    List<String> head = text.substring(0, end).lines().toList();
    Map<String, List<String>> headers =
        head.stream()
            .skip(1)
            .map(line -> line.split(": ?", 2))
            .collect(
                Collectors.groupingBy(
                    pair -> pair[0].toLowerCase(Locale.ROOT),
                    Collectors.mapping(pair -> pair[1], Collectors.toList())));
    int status = Integer.parseInt(head.get(0).split(" ", 3)[1]);
    return new Answer(status, headers, text.substring(end + 4));
  }

  static Answer sent(HttpRequest request) {
    try {
      HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * What came back.
   *
   * @param headers with names in lower case
   */
  record Answer(int status, Map<String, List<String>> headers, String body) {
    String header(String name) {
      List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
      return String.join(", ", values);
    }

    JsonObject json() {
      try (JsonReader reader = Json.createReader(new StringReader(body()))) {
        return reader.readObject();
      }
    }

    JsonArray results() {
      return json().getJsonArray("results");
    }

    /** The places that a problem names, as in {@code #/age} or {@code size}. */
    List<String> places() {
      assertThat(header("Content-Type")).startsWith("application/problem+json");
      JsonArray errors = json().getJsonArray("errors");
      return errors == null
          ? List.of()
          : errors.getValuesAs(
              error ->
                  error.asJsonObject().entrySet().stream()
                      .filter(member -> !member.getKey().equals("detail"))
                      .map(member -> member.getValue().toString().replace("\"", ""))
                      .findFirst()
                      .orElse(""));
    }
  }
}
