package fanweb.system.browser;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Somebody who speaks {@code fanweb.v1} without a page. Waits for the answer to all it does. */
final class Member implements WebSocket.Listener, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Map<Integer, JsonObject> answers = new ConcurrentHashMap<>();
  private final StringBuilder frame = new StringBuilder();
  private final WebSocket socket;
  private int asked;

  /** Comes into a group under a name. */
  Member(int port, String group, String name) throws Exception {
    socket =
        CLIENT
            .newWebSocketBuilder()
            .subprotocols("fanweb.v1")
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/" + group + "/"), this)
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    ask("join", Json.createObjectBuilder().add("name", name));
  }

  /** Says something; its offset. */
  long say(String text) throws Exception {
    return ask("publish", Json.createObjectBuilder().add("text", text))
        .getJsonNumber("offset")
        .longValue();
  }

  void edit(long offset, String text) throws Exception {
    ask("edit", Json.createObjectBuilder().add("offset", offset).add("text", text));
  }

  void delete(long offset) throws Exception {
    ask("delete", Json.createObjectBuilder().add("offset", offset));
  }

  private JsonObject ask(String type, JsonObjectBuilder fields) throws Exception {
    int id = ++asked;
    String command = fields.add("type", type).add("id", id).build().toString();
    socket.sendText(command, true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    JsonObject answer = await().atMost(PATIENCE).until(() -> answers.get(id), one -> one != null);
    if (answer.getString("type").equals("error")) {
      throw new AssertionError(command + " was answered by " + answer);
    }
    return answer;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    frame.append(part);
    if (last) {
      frame.toString().lines().forEach(this::note);
      frame.setLength(0);
    }
    from.request(1);
    return null;
  }

  private void note(String line) {
    JsonObject object = Json.createReader(new StringReader(line)).readObject();
    if (object.containsKey("id")) {
      answers.put(object.getInt("id"), object);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
