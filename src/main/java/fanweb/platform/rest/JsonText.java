package fanweb.platform.rest;

import fanweb.platform.Fault;
import fanweb.platform.RefusedException;
import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads JSON text (RFC 8259), telling what is wrong with it and where. */
final class JsonText {
  private static final int DEEPEST = 32;
  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  private JsonText() {}

  /**
   * The value.
   *
   * @param bytes UTF-8
   * @throws RefusedException when it is no UTF-8, no JSON, too deep or has a field twice
   */
  static JsonValue parse(byte[] bytes) {
    String text = decoded(bytes);
    demandFlat(text);
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return reader.readValue();
    } catch (JsonParsingException e) {
      throw refused(wrongIn(e));
    } catch (UnsupportedOperationException | NumberFormatException e) {
      // How Parsson, and so every server, says that it will not work for hours on some digits,
      // or that an exponent has too many.
      throw refused("has a number that is too long");
    }
  }

  private static String wrongIn(JsonParsingException e) {
    JsonLocation at = e.getLocation();
    String where = " at line " + at.getLineNumber() + ", column " + at.getColumnNumber();
    boolean twice = String.valueOf(e.getMessage()).contains("Duplicate key");
    return (twice ? "has a field for the second time" : "is no JSON") + where;
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw refused("is not UTF-8");
    }
  }

  /** Before the parser, whose own limit is one for stacks and not for people. */
  private static void demandFlat(String text) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
      if (depth > DEEPEST) {
        throw refused("is nested more than " + DEEPEST + " levels deep");
      }
      if (depth == 0 && (c == '}' || c == ']') && !text.substring(i + 1).isBlank()) {
        throw refused("goes on after its end");
      }
    }
  }

  private static RefusedException refused(String what) {
    return RefusedException.invalid(Fault.inBody("", what));
  }
}
