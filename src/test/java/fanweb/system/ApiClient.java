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
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A program that speaks to the JSON API with the same headers each time.
 *
 * @param base where the API's deployment is, without a slash at the end
 * @param headers by their names in any case
 */
record ApiClient(String base, Map<String, String> headers) {
  static final String TOKEN = "0123456789abcdef0123456789abcdef";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** With the token, and texts in English. */
  static ApiClient of(String base) {
    return new ApiClient(base, Map.of())
        .with("Authorization", "Bearer " + TOKEN)
        .with("Accept-Language", "en");
  }

  /** The same with another header, or another value for it. */
  ApiClient with(String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new ApiClient(base, more);
  }

  /** The same without a header. */
  ApiClient without(String name) {
    Map<String, String> less = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    less.putAll(headers);
    less.remove(name);
    return new ApiClient(base, less);
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, null);
  }

  /** Sends a body, as JSON unless a header says otherwise, or none. */
  HttpResponse<String> send(String method, String path, @Nullable String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.method(method, BodyPublishers.ofString(body));
      request.setHeader("Content-Type", "application/json");
    }
    headers.forEach(request::setHeader);
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
