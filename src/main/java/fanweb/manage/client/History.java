package fanweb.manage.client;

import fanweb.channel.StreamPosition;
import jakarta.json.JsonException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads what happened in a group, over HTTP. Any thread; blocks.
 *
 * @param client how to connect
 * @param group its part of the JSON API
 * @param token proves who one is; null: nobody in particular
 */
record History(HttpClient client, URI group, @Nullable String token) {
  /** Most events on a page. */
  static final int PAGE = 200;

  private static final int OK = 200;

  /** The latest events, oldest first. */
  Page latest(int count) throws IOException, RefusedException {
    return ask("limit=" + count);
  }

  /** The latest messages with some words in them, latest first. */
  Page search(String words, int count) throws IOException, RefusedException {
    return ask("limit=" + count + "&q=" + encoded(words));
  }

  /** What followed after a place, oldest first; not all of it. */
  Page after(StreamPosition place) throws IOException, RefusedException {
    return ask("limit=" + PAGE + "&after=" + place.offset() + "&epoch=" + encoded(place.epoch()));
  }

  private Page ask(String query) throws IOException, RefusedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(group + "/messages?" + query))
            .timeout(SocketDialer.PATIENCE);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer = send(request.build());
    LineEnd.Answered refusal =
        new LineEnd.Answered(answer.statusCode(), SocketDialer.detail(answer.body()));
    if (refusal.isRefusal() || isFinal(answer.statusCode())) {
      throw new RefusedException(refusal);
    }
    if (answer.statusCode() != OK) {
      throw new IOException(refusal.status() + " " + refusal.detail());
    }
    try {
      return Page.of(Frames.object(answer.body()));
    } catch (JsonException | ClassCastException | NullPointerException e) {
      throw new IOException("no answer of Fan-Web's", e);
    }
  }

  /** Whether it will be the same when one asks again. */
  private static boolean isFinal(int status) {
    return status >= 400 && status < 500 && status != 408 && status != 429;
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException();
      interrupted.initCause(e);
      throw interrupted;
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The server says no, and would again. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient LineEnd.Answered answer;

    RefusedException(LineEnd.Answered answer) {
      super(answer.detail());
      this.answer = answer;
    }

    /** What it says. */
    LineEnd.Answered answer() {
      return answer;
    }
  }
}
