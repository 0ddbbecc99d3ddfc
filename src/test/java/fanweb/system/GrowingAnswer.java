package fanweb.system;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * An answer that is read while it comes.
 *
 * @param body what has come of it
 * @param end completes when all of it has come
 */
record GrowingAnswer(ByteArrayOutputStream body, CompletableFuture<HttpResponse<Void>> end) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  static GrowingAnswer to(HttpRequest request, HttpClient client) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    return new GrowingAnswer(
        body,
        client.sendAsync(
            request, BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(body::writeBytes))));
  }

  String text() {
    return body.toString(StandardCharsets.UTF_8);
  }

  void awaitText(String text) {
    await(text).atMost(PATIENCE).until(this::text, come -> come.contains(text));
  }

  HttpResponse<Void> whole() throws Exception {
    return end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }
}
