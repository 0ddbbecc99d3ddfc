package fanweb.chat.wire;

import fanweb.chat.Author;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Objects in JSON. */
final class Json {
  private static final JsonProvider JSON = JsonProvider.provider();
  private static final JsonGeneratorFactory WRITERS = JSON.createGeneratorFactory(Map.of());
  private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());

  private Json() {}

  static byte[] write(Consumer<JsonGenerator> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = WRITERS.createGenerator(bytes, StandardCharsets.UTF_8)) {
      json.writeStartObject();
      fields.accept(json);
      json.writeEnd();
    }
    return bytes.toByteArray();
  }

  /**
   * Reads an object.
   *
   * @throws IllegalArgumentException when it is something else, or lacks what it cannot do without
   */
  static <T> T read(byte[] bytes, Function<JsonObject, T> reading) {
    try (JsonReader json =
        READERS.createReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      return reading.apply(json.readObject());
    } catch (JsonException | NullPointerException | ClassCastException | ArithmeticException e) {
      throw new IllegalArgumentException("not what nodes write", e);
    }
  }

  static void authors(JsonGenerator json, String name, List<Author> authors) {
    json.writeStartArray(name);
    for (Author author : authors) {
      json.writeStartObject();
      author(json, author);
      json.writeEnd();
    }
    json.writeEnd();
  }

  static List<Author> authors(JsonObject json, String name) {
    JsonArray all = json.getJsonArray(name);
    return all == null
        ? List.of()
        : all.stream().map(JsonValue::asJsonObject).map(Json::author).toList();
  }

  static void author(JsonGenerator json, Author author) {
    json.write("author", author.id()).write("name", author.name());
  }

  static Author author(JsonObject json) {
    return new Author(json.getString("author"), json.getString("name", ""));
  }
}
