package fanweb.manage.site;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A site as a stranger reaches it. Follows no redirect. Any thread. */
final class DeployedSite {
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final URI home;
  private final String group;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER).build();

  /**
   * A site at this address.
   *
   * @param home absolute, with the slash at its end
   * @param group of which nobody knows; nothing is said there
   */
  DeployedSite(URI home, String group) {
    this.home = home;
    this.group = group;
  }

  URI home() {
    return home;
  }

  boolean isHttps() {
    return home.getScheme().equalsIgnoreCase("https");
  }

  /** The origin of its own pages. */
  String origin() {
    return home.getScheme() + "://" + home.getRawAuthority();
  }

  /** Asks for a page. Blocks. */
  HttpResponse<String> get(URI address) throws IOException {
    return send(HttpRequest.newBuilder(address));
  }

  /** Sends a form as a page of the site would. Blocks. */
  HttpResponse<String> post(String path, String cookie, String form) throws IOException {
    return send(
        HttpRequest.newBuilder(home.resolve(path))
            .header("Origin", origin())
            .header("Cookie", cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.timeout(ANSWER).build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", e);
    }
  }

  HttpResponse<String> get(String path) throws IOException {
    return get(home.resolve(path));
  }

  /**
   * Waits for a message that does not come. Completes when the server ends that, with its status.
   */
  CompletableFuture<Integer> poll(Duration wait) {
    String query = "api/groups/" + group + "/messages?after=0&wait=" + wait.toSeconds();
    HttpRequest request =
        HttpRequest.newBuilder(home.resolve(query)).timeout(wait.plus(ANSWER)).build();
    return client.sendAsync(request, BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
  }

  /** Follows a group; completes with the first byte that comes, or -1 when none does. */
  CompletableFuture<Integer> stream() {
    HttpRequest request =
        HttpRequest.newBuilder(home.resolve("api/groups/" + group + "/messages"))
            .header("Accept", "text/event-stream")
            .timeout(ANSWER)
            .build();
    return client
        .sendAsync(request, BodyHandlers.ofInputStream())
        .thenApplyAsync(DeployedSite::firstByte);
  }

  private static int firstByte(HttpResponse<InputStream> answer) {
    try (InputStream body = answer.body()) {
      return answer.statusCode() == 200 ? body.read() : -1;
    } catch (IOException e) {
      return -1;
    }
  }

  /** Connects as a page of that origin would. */
  CompletableFuture<WebSocket> connect(String origin, WebSocket.Listener listener) {
    URI socket =
        URI.create(home.resolve("ws/" + group + "/").toString().replaceFirst("(?i)^http", "ws"));
    return client
        .newWebSocketBuilder()
        .connectTimeout(ANSWER)
        .header("Origin", origin)
        .buildAsync(socket, listener);
  }
}
