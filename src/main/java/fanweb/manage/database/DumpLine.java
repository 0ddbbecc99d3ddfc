package fanweb.manage.database;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A line of a dump.
 *
 * @param number from 1
 * @param bytes how long it is
 * @param value what it says
 */
record DumpLine(long number, int bytes, JsonObject value) {
  /** Looked up once: {@code Json} does so for each object. */
  static final JsonProvider JSON = JsonProvider.provider();

  /** What a dump is sealed with. */
  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }
}
