package fanweb.manage.client;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The words of {@code fanweb.v1}: JSON objects, one a line, several of them in a frame. */
final class Frames {
  /** The protocol's name. */
  static final String PROTOCOL = "fanweb.v1";

  /** Kept, because jakarta.json.Json looks for it in all jars at each call. */
  static final JsonProvider JSON = JsonProvider.provider();

  private Frames() {}

  /** The objects in a frame. What cannot be read is left out; had it an offset, the gap shows. */
  static Stream<JsonObject> objects(String frame) {
    return frame.lines().flatMap(line -> read(line).stream());
  }

  private static Optional<JsonObject> read(String line) {
    try {
      return line.isBlank() ? Optional.empty() : Optional.of(object(line));
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  /**
   * One object.
   *
   * @throws JsonException when it is none
   */
  static JsonObject object(String text) {
    return JSON.createReader(new StringReader(text)).readObject();
  }

  /** A text of an object; empty when it has none of that name. */
  static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString text ? text.getString() : "";
  }

  /** A whole number of an object. */
  static OptionalLong number(JsonObject object, String name) {
    return object.get(name) instanceof JsonNumber number
        ? OptionalLong.of(number.longValue())
        : OptionalLong.empty();
  }
}
