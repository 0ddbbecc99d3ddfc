package fanweb.manage.database;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The first line of a dump.
 *
 * @param fanweb the version that wrote it; empty when it did not know
 * @param made when it was begun
 * @param source the database it is of, and its version
 * @param schema the number of the last script that each feature's tables have had
 * @param next the number that the next row of each table gets whose rows the database numbers
 */
record DumpHeader(
    String fanweb,
    Instant made,
    String source,
    Map<String, String> schema,
    Map<String, Long> next) {
  /** The form of dumps that this version writes; it reads no later one. */
  static final int VERSION = 1;

  private static final String FORMAT = "fan-web dump";

  DumpHeader {
    schema = Map.copyOf(schema);
    next = Map.copyOf(next);
  }

  JsonObject toJson() {
    JsonObjectBuilder scripts = Json.createObjectBuilder();
    new TreeMap<>(schema).forEach(scripts::add);
    JsonObjectBuilder numbers = Json.createObjectBuilder();
    new TreeMap<>(next).forEach(numbers::add);
    return Json.createObjectBuilder()
        .add("format", FORMAT)
        .add("version", VERSION)
        .add("fanweb", fanweb)
        .add("made", made.toString())
        .add("source", source)
        .add("schema", scripts)
        .add("next", numbers)
        .build();
  }

  /** Whether a line begins a dump, of whatever version. */
  static boolean isOne(JsonObject line) {
    return FORMAT.equals(line.getString("format", ""));
  }

  /** The version of the form; 0 when it is none. */
  static int versionOf(JsonObject line) {
    return line.getInt("version", 0);
  }

  /**
   * Reads the line.
   *
   * @throws RuntimeException when something is missing or no such thing
   */
  static DumpHeader of(JsonObject line) {
    return new DumpHeader(
        line.getString("fanweb"),
        Instant.parse(line.getString("made")),
        line.getString("source"),
        map(line.getJsonObject("schema"), value -> ((JsonString) value).getString()),
        map(line.getJsonObject("next"), value -> ((JsonNumber) value).longValueExact()));
  }

  private static <T> Map<String, T> map(JsonObject object, Function<JsonValue, T> read) {
    Map<String, T> map = new TreeMap<>();
    object.forEach((name, value) -> map.put(name, read.apply(value)));
    return map;
  }
}
