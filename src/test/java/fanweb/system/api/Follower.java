package fanweb.system.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A client that reads a stream of server-sent events, as a browser's EventSource does. */
final class Follower implements Flow.Subscriber<String>, AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * An event.
   *
   * @param type {@code message} if it names none
   * @param id empty if it has none
   */
  record Event(String type, String id, JsonObject data) {}

  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final List<String> comments = new CopyOnWriteArrayList<>();
  private final CompletableFuture<HttpResponse.ResponseInfo> head = new CompletableFuture<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;
  private String type = "message";
  private String id = "";
  private String data = "";

  private Follower() {}

  /** Begins to follow; the answer's head is there when this returns. */
  static Follower of(HttpGroup group, String query, String... headers) {
    HttpRequest request =
        group
            .as(group.who().with("Accept", "text/event-stream"))
            .who()
            .request("GET", group.messages() + (query.isEmpty() ? "" : "?" + query), null);
    HttpRequest.Builder more = HttpRequest.newBuilder(request, (name, value) -> true);
    if (headers.length > 0) {
      more.headers(headers);
    }
    Follower follower = new Follower();
    CompletableFuture<?> unused =
        CLIENT
            .sendAsync(
                more.timeout(Duration.ofMinutes(3)).build(),
                info -> {
                  follower.head.complete(info);
                  return BodySubscribers.fromLineSubscriber(follower);
                })
            .whenComplete((answer, failure) -> follower.end.complete(null));
    follower.head.join();
    return follower;
  }

  int status() {
    return head.join().statusCode();
  }

  String header(String name) {
    return head.join().headers().firstValue(name).orElse("");
  }

  /** Waits until so many events of a type have come; all of that type. */
  List<Event> await(String wanted, int count) {
    Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> events(wanted).size() >= count);
    return events(wanted);
  }

  List<Event> events(String wanted) {
    return events.stream().filter(event -> event.type().equals(wanted)).toList();
  }

  /** What the messages say that have come. */
  List<String> texts() {
    return events("message").stream()
        .map(event -> event.data().getString("text", event.data().getString("type")))
        .toList();
  }

  String lastId() {
    return events.stream().map(Event::id).filter(i -> !i.isEmpty()).reduce("", (a, b) -> b);
  }

  List<String> comments() {
    return comments;
  }

  CompletableFuture<Void> end() {
    return end;
  }

  @Override
  public void close() {
    Flow.Subscription open = subscription;
    if (open != null) {
      open.cancel();
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription begun) {
    subscription = begun;
    begun.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(String line) {
    if (line.isEmpty()) {
      dispatch();
    } else if (line.startsWith(":")) {
      comments.add(line);
    } else if (line.startsWith("event: ")) {
      type = line.substring(7);
    } else if (line.startsWith("id: ")) {
      id = line.substring(4);
    } else if (line.startsWith("data: ")) {
      data = line.substring(6);
    }
  }

  private void dispatch() {
    if (!data.isEmpty()) {
      try (JsonReader reader = Json.createReader(new StringReader(data))) {
        events.add(new Event(type, id, reader.readObject()));
      }
    }
    type = "message";
    id = "";
    data = "";
  }

  @Override
  public void onError(Throwable failure) {
    end.complete(null);
  }

  @Override
  public void onComplete() {
    end.complete(null);
  }
}
