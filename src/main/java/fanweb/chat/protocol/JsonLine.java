package fanweb.chat.protocol;

import java.util.List;

/** A JSON object while it is written, field by field, into one line. One thread. */
final class JsonLine {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder text;

  private JsonLine(StringBuilder text) {
    this.text = text.append('{');
  }

  /**
   * Begins one.
   *
   * @param size about how many characters it will have
   */
  static JsonLine begin(int size) {
    return new JsonLine(new StringBuilder(size));
  }

  /** A string as JSON text. */
  static String quoted(String value) {
    return quote(new StringBuilder(value.length() + 2), value).toString();
  }

  JsonLine add(String name, String value) {
    quote(name(name), value);
    return this;
  }

  JsonLine add(String name, long value) {
    name(name).append(value);
    return this;
  }

  JsonLine add(String name, boolean value) {
    name(name).append(value);
    return this;
  }

  /**
   * Adds any value.
   *
   * @param json the value as JSON text
   */
  JsonLine addJson(String name, String json) {
    name(name).append(json);
    return this;
  }

  /**
   * Adds a list.
   *
   * @param jsons each value as JSON text
   */
  JsonLine addList(String name, List<String> jsons) {
    return addJson(name, "[" + String.join(",", jsons) + "]");
  }

  /** The whole object. Nothing can be added after it. */
  String end() {
    return text.append('}').toString();
  }

  private StringBuilder name(String name) {
    if (text.length() > 1) {
      text.append(',');
    }
    return text.append('"').append(name).append("\":");
  }

  /** Most strings have nothing to be escaped and are copied whole. */
  private static StringBuilder quote(StringBuilder text, String value) {
    text.append('"');
    int copied = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        escape(text.append(value, copied, i), c);
        copied = i + 1;
      }
    }
    return text.append(value, copied, value.length()).append('"');
  }

  private static void escape(StringBuilder text, char c) {
    switch (c) {
      case '"', '\\' -> text.append('\\').append(c);
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    }
  }
}
