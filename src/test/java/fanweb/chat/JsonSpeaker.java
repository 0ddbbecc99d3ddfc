package fanweb.chat;

import static org.awaitility.Awaitility.await;
import static org.awaitility.pollinterval.FibonacciPollInterval.fibonacci;

import fanweb.channel.StreamPosition;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;

/** A client that speaks {@code fanweb.v1}, over whatever line. */
public interface JsonSpeaker {
  /** How long it waits for what it is told. */
  Duration PATIENCE = Duration.ofSeconds(30);

  /** Kept, because jakarta.json.Json looks for it in all jars at each call. */
  JsonProvider JSON = JsonProvider.provider();

  /** Sends a frame as it is. */
  void send(String frame);

  /** The frames that it was sent. */
  List<String> frames();

  /**
   * Sends a command and waits for its reply.
   *
   * @param fields of the command, without its id: {@code "type":"ping"}
   */
  default JsonObject ask(String fields) {
    String id = UUID.randomUUID().toString();
    send("{\"id\":\"" + id + "\"," + fields + "}");
    return reply(id);
  }

  /** Waits for the reply with an id. */
  default JsonObject reply(String id) {
    return awaitOne(one -> JSON.createValue(id).equals(one.get("id")));
  }

  /** Joins the group of the path. */
  default JsonObject join() {
    return ask("\"type\":\"join\"");
  }

  /** Joins the group of the path with a position. */
  default JsonObject join(StreamPosition after) {
    return ask("\"type\":\"join\"," + position(after));
  }

  /** Says something and waits for its reply. */
  default JsonObject publish(String text) {
    return ask("\"type\":\"publish\",\"text\":" + quoted(text));
  }

  /** Says something under a key and waits for its reply. */
  default JsonObject publish(String key, String text) {
    return ask("\"type\":\"publish\",\"key\":" + quoted(key) + ",\"text\":" + quoted(text));
  }

  /** Waits for an object of which this is true, and answers the first. */
  default JsonObject awaitOne(Predicate<JsonObject> wanted) {
    soon().until(() -> heard().stream().anyMatch(wanted));
    return heard().stream().filter(wanted).findFirst().orElseThrow();
  }

  /** Waits for an object of a type, and answers the first. */
  default JsonObject awaitType(String type) {
    return awaitOne(one -> isOf(type, one));
  }

  /** Waits until it was told so many events, and answers their offsets, as they came. */
  default List<Long> awaitOffsets(int events) {
    soon().until(() -> offsets().size() >= events);
    return offsets();
  }

  /** All that it was told. */
  default List<JsonObject> heard() {
    return frames().stream().flatMap(JsonSpeaker::objects).toList();
  }

  /** What it was told of one type. */
  default List<JsonObject> heard(String type) {
    return heard().stream().filter(one -> isOf(type, one)).toList();
  }

  /** The offsets of the events that it was told, as they came. */
  default List<Long> offsets() {
    return heard().stream()
        .filter(JsonSpeaker::isEvent)
        .map(one -> one.getJsonNumber("offset"))
        .map(JsonNumber::longValueExact)
        .toList();
  }

  /** Whether something has an offset in a stream: only that tells when it happened. */
  static boolean isEvent(JsonObject one) {
    return one.containsKey("at");
  }

  /** The objects of a frame. */
  static Stream<JsonObject> objects(String frame) {
    return frame.lines().map(JsonSpeaker::object);
  }

  /** One object. */
  static JsonObject object(String text) {
    return JSON.createReader(new StringReader(text)).readObject();
  }

  /** Where a welcome says that the stream is. */
  static StreamPosition head(JsonObject welcome) {
    return new StreamPosition(
        welcome.getString("epoch"), welcome.getJsonNumber("head").longValueExact());
  }

  /** A position in the words of a join. */
  static String position(StreamPosition after) {
    return "\"offset\":" + after.offset() + ",\"epoch\":\"" + after.epoch() + '"';
  }

  /** A text as JSON. */
  static String quoted(String text) {
    JsonValue value = JSON.createValue(text);
    return value.toString();
  }

  /** Most answers are there within a millisecond or two; what takes long is looked at seldom. */
  private static ConditionFactory soon() {
    return await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(fibonacci());
  }

  private static boolean isOf(String type, JsonObject one) {
    return one.getString("type").equals(type);
  }
}
