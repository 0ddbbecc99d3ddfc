package fanweb.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server under test as a client sees it. */
public final class Site {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private static final Pattern STATIC = Pattern.compile("\"([^\"]*/static/[0-9a-f]{12}/)");

  private Site() {}

  /** Where the server listens, without a slash at the end. */
  public static String base() {
    return "http://127.0.0.1:" + port();
  }

  /** The port it listens on. */
  public static int port() {
    return Integer.getInteger("fanweb.it.http");
  }

  /** Asks for a path with these headers, name after value after name. Follows no redirect. */
  public static HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  /** Sends a request of any method without a body. */
  public static HttpResponse<String> send(String method, String path, String... headers) {
    return sendText(method, path, "", headers);
  }

  /** Sends a request of any method with a text as its body, in UTF-8; empty for none. */
  public static HttpResponse<String> sendText(
      String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base() + path))
            .timeout(Duration.ofSeconds(20))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Where a page says that static files are: base, hash and slash. */
  public static String staticBase(String page) {
    Matcher found = STATIC.matcher(page);
    if (!found.find()) {
      throw new AssertionError("no static file in " + page);
    }
    return found.group(1);
  }
}
