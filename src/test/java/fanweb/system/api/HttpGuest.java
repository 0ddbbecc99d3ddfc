package fanweb.system.api;

import fanweb.system.api.Api.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A program that speaks to groups over HTTP with the same headers each time: as a guest, as the
 * holder of the API's token, or as nobody.
 *
 * @param base where the server is, without a slash at the end
 * @param headers by their names in any case
 */
record HttpGuest(String base, Map<String, String> headers) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Nobody. */
  static HttpGuest at(Api api) {
    return new HttpGuest("http://127.0.0.1:" + api.server().port(), Map.of());
  }

  /** Who does not say who they are. */
  HttpGuest nobody() {
    return new HttpGuest(base, Map.of());
  }

  /** A guest that was never there before. */
  HttpGuest anew() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    String token = "t_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return with("Authorization", "Bearer " + token);
  }

  /** Whoever has the token of the API. */
  HttpGuest machine() {
    return with("Authorization", "Bearer " + ApiServer.TOKEN);
  }

  /** The same with another header, or another value for it. */
  HttpGuest with(String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new HttpGuest(base, more);
  }

  Answer get(String path) {
    return Api.sent(request("GET", path, null));
  }

  /** Asks and does not wait. */
  CompletableFuture<Answer> ask(String path) {
    return CLIENT
        .sendAsync(request("GET", path, null), BodyHandlers.ofString())
        .thenApply(HttpGuest::answer);
  }

  Answer post(String path, String json) {
    return send("POST", path, json);
  }

  CompletableFuture<Answer> postLater(String path, String json) {
    return CLIENT
        .sendAsync(request("POST", path, json), BodyHandlers.ofString())
        .thenApply(HttpGuest::answer);
  }

  Answer send(String method, String path, @Nullable String json) {
    return Api.sent(request(method, path, json));
  }

  HttpRequest request(String method, String path, @Nullable String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
    if (json == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.method(method, BodyPublishers.ofString(json));
      request.setHeader("Content-Type", "application/json");
    }
    headers.forEach(request::setHeader);
    return request.build();
  }

  private static Answer answer(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.headers().map(), response.body());
  }
}
