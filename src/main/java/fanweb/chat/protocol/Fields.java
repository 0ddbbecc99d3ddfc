package fanweb.chat.protocol;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, as far as it could be read. What they must be is asked for one by
 * one, so that a field nobody asks for may be anything. One thread.
 */
final class Fields {
  /** How deep a value that nobody asks for may be nested. */
  private static final int DEEPEST = 32;

  /** Digits of the longest number that is kept as it is. */
  private static final int LONGEST_NUMBER = 20;

  private static final int LONGEST_ID = 64;

  /** Kept, because jakarta.json.Json looks for it in all jars at each call. */
  private static final JsonParserFactory PARSERS =
      JsonProvider.provider().createParserFactory(Map.of());

  /** What is there but can be no value of a command's: null, an object, a list. */
  private static final Object SOMETHING = new Object();

  private final Map<String, Object> values = new HashMap<>();

  /**
   * Reads on to the end of the object.
   *
   * @throws MisreadException when the line is no object; the fields before the fault are there
   */
  void read(String line) throws MisreadException {
    if (!line.startsWith("{") || !line.endsWith("}")) {
      throw MisreadException.malformed("a line must be one JSON object");
    }
    try (JsonParser parser = PARSERS.createParser(new StringReader(line))) {
      parser.next();
      while (parser.next() == Event.KEY_NAME) {
        String name = parser.getString();
        if (values.containsKey(name)) {
          throw MisreadException.invalid(shown(name), "is there twice");
        }
        values.put(name, value(parser));
      }
      if (parser.hasNext()) {
        throw MisreadException.malformed("a line must be one JSON object");
      }
    } catch (JsonParsingException e) {
      long place = e.getLocation().getStreamOffset();
      throw MisreadException.malformed("not JSON, at character " + place + " of the line");
    } catch (JsonException | IllegalStateException | NoSuchElementException e) {
      throw MisreadException.malformed("not JSON");
    }
  }

  private static Object value(JsonParser parser) throws MisreadException {
    return switch (parser.next()) {
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER -> new Digits(parser.getString());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_OBJECT, START_ARRAY -> skipped(parser);
      default -> SOMETHING;
    };
  }

  private static Object skipped(JsonParser parser) throws MisreadException {
    for (int depth = 1; depth > 0; ) {
      switch (parser.next()) {
        case START_OBJECT, START_ARRAY -> depth++;
        case END_OBJECT, END_ARRAY -> depth--;
        default -> {}
      }
      if (depth > DEEPEST) {
        throw MisreadException.malformed("nested deeper than " + DEEPEST);
      }
    }
    return SOMETHING;
  }

  /** Whether a field is there, whatever it is. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  /** A string of whole characters. */
  String string(String name) throws MisreadException {
    if (!(values.get(name) instanceof String text)) {
      throw MisreadException.invalid(name, "must be a string");
    }
    return Unicode.isWhole(text) ? text : refuseHalf(name);
  }

  private static String refuseHalf(String name) throws MisreadException {
    throw MisreadException.invalid(name, "has half a surrogate pair, which is no character");
  }

  /** A whole number from 0 on. */
  long count(String name) throws MisreadException {
    Long number = values.get(name) instanceof Digits digits ? digits.number() : null;
    if (number == null || number < 0) {
      throw MisreadException.invalid(name, "must be a whole number from 0 on");
    }
    return number;
  }

  /** True or false. */
  boolean flag(String name) throws MisreadException {
    if (!(values.get(name) instanceof Boolean flag)) {
      throw MisreadException.invalid(name, "must be true or false");
    }
    return flag;
  }

  /** The id as JSON text; null when there is none. */
  @Nullable String id() throws MisreadException {
    String id = readableId();
    if (id == null && has("id")) {
      throw MisreadException.invalid(
          "id", "must be a string of at most " + LONGEST_ID + " characters, or a whole number");
    }
    return id;
  }

  /** The id as JSON text; null when there is none, or none that is allowed. */
  @Nullable String readableId() {
    Object id = values.get("id");
    if (id instanceof Digits digits) {
      return digits.number() == null ? null : digits.text();
    }
    return id instanceof String text && text.length() <= LONGEST_ID && Unicode.isWhole(text)
        ? JsonLine.quoted(text)
        : null;
  }

  private static String shown(String name) {
    return name.length() <= LONGEST_ID && Unicode.isWhole(name) ? name : "a field";
  }

  /** A number as it stands in the line: working out a long one would take long. */
  private record Digits(String text) {
    @Nullable Long number() {
      try {
        return text.length() <= LONGEST_NUMBER ? Long.valueOf(text) : null;
      } catch (NumberFormatException e) {
        // It has a fraction or an exponent, or does not fit.
        return null;
      }
    }
  }
}
