package fanweb.platform;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query, decoded strictly: servers put a replacement character in the place of
 * what is no UTF-8, and two different queries would mean the same.
 */
public final class QueryParameters {
  private QueryParameters() {}

  /**
   * All values by name, both in the order of the query. Unmodifiable.
   *
   * @param query as it was sent, without its question mark; null for none
   * @throws RefusedException when it has a broken escape or is no UTF-8
   */
  public static Map<String, List<String>> parse(@Nullable String query) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (query != null) {
      for (String part : query.split("&", -1)) {
        if (!part.isEmpty()) {
          int end = part.indexOf('=');
          String name = decoded(end < 0 ? part : part.substring(0, end));
          String value = end < 0 ? "" : decoded(part.substring(end + 1));
          values.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
        }
      }
    }
    return Collections.unmodifiableMap(values);
  }

  private static String decoded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer plain = ByteBuffer.allocate(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%') {
        plain.put(escaped(text, bytes, i));
        i += 2;
      } else {
        plain.put(bytes[i] == '+' ? (byte) ' ' : bytes[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(plain.flip()).toString();
    } catch (CharacterCodingException e) {
      throw refused(text, "is not UTF-8");
    }
  }

  private static byte escaped(String text, byte[] bytes, int at) {
    int high = at + 2 < bytes.length ? Character.digit(bytes[at + 1], 16) : -1;
    int low = at + 2 < bytes.length ? Character.digit(bytes[at + 2], 16) : -1;
    if (high < 0 || low < 0) {
      throw refused(text, "has a % that is not followed by two hexadecimal digits");
    }
    return (byte) (high << 4 | low);
  }

  private static RefusedException refused(String text, String what) {
    return RefusedException.invalid(Fault.inQuery(text, what));
  }
}
