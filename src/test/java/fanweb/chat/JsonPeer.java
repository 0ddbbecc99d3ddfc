package fanweb.chat;

import static org.awaitility.Awaitility.await;

import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import fanweb.chat.protocol.FrameCodec;
import fanweb.chat.protocol.JsonDialect;
import fanweb.chat.protocol.Request;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A client that speaks {@code fanweb.v1} with a node, without a socket between them. */
public final class JsonPeer {
  private static final JsonProvider JSON = JsonProvider.provider();
  private static final Dialect DIALECT = new JsonDialect();

  private final TestClient line;
  private final ChatConsumer consumer;
  private final GroupName group;
  private int ids;

  /**
   * Connects.
   *
   * @param group the one in the path
   */
  public JsonPeer(ChatNode node, GroupName group, SendLimit limit) {
    this.line = new TestClient(node.consumer(), DIALECT, limit);
    this.consumer = node.consumer();
    this.group = group;
  }

  /** Connects, to speak as often as it likes. */
  public JsonPeer(ChatNode node, GroupName group) {
    this(node, group, SendLimit.of(0, 1));
  }

  /** Sends a frame as it is. */
  public void send(String frame) {
    for (Request request : FrameCodec.read(group, frame)) {
      if (request instanceof Request.Understood understood) {
        consumer.receive(line.connection(), understood.id(), understood.command());
      } else if (request instanceof Request.Misunderstood misunderstood) {
        consumer.refuse(line.connection(), misunderstood.id(), misunderstood.reply());
      }
    }
  }

  /**
   * Sends a command and waits for its reply.
   *
   * @param fields of the command, without its id: {@code "type":"ping"}
   */
  public JsonObject ask(String fields) {
    String id = "ask-" + ids++;
    send("{\"id\":\"" + id + "\"," + fields + "}");
    return awaitOne(one -> one.getString("id", "").equals(id));
  }

  /** Joins the group of the path. */
  public JsonObject join() {
    return ask("\"type\":\"join\"");
  }

  /** Joins the group of the path with a position. */
  public JsonObject join(StreamPosition after) {
    return ask(
        "\"type\":\"join\",\"offset\":" + after.offset() + ",\"epoch\":\"" + after.epoch() + '"');
  }

  /** Says something and waits for its reply. */
  public JsonObject publish(String text) {
    return ask("\"type\":\"publish\",\"text\":" + JSON.createValue(text));
  }

  /** Waits for an object of which this is true, and answers the first. */
  public JsonObject awaitOne(Predicate<JsonObject> wanted) {
    await().until(() -> heard().stream().anyMatch(wanted));
    return heard().stream().filter(wanted).findFirst().orElseThrow();
  }

  /** Waits for an object of a type, and answers the first. */
  public JsonObject awaitType(String type) {
    return awaitOne(one -> isOf(type, one));
  }

  /** All that it was told. */
  public List<JsonObject> heard() {
    return line.heard().stream().flatMap(JsonPeer::objects).toList();
  }

  /** What it was told of one type. */
  public List<JsonObject> heard(String type) {
    return heard().stream().filter(one -> isOf(type, one)).toList();
  }

  /** The offsets of the events that it was told, as they came. */
  public List<Long> offsets() {
    return heard().stream()
        .filter(one -> one.containsKey("at"))
        .map(one -> one.getJsonNumber("offset"))
        .map(JsonNumber::longValueExact)
        .toList();
  }

  /** The line under it. */
  public TestClient line() {
    return line;
  }

  /** Where a welcome says that the stream is. */
  public static StreamPosition head(JsonObject welcome) {
    return new StreamPosition(
        welcome.getString("epoch"), welcome.getJsonNumber("head").longValueExact());
  }

  private static boolean isOf(String type, JsonObject one) {
    return one.getString("type").equals(type);
  }

  private static Stream<JsonObject> objects(String frame) {
    return frame.lines().map(text -> JSON.createReader(new StringReader(text)).readObject());
  }
}
