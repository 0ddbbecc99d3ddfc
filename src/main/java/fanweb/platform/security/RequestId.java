package fanweb.platform.security;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Names requests, so that a person, a page and a line of the log can speak of the same one. Safe
 * for any thread.
 */
final class RequestId {
  private final SecureRandom random;

  RequestId(SecureRandom random) {
    this.random = random;
  }

  /**
   * A new name such as {@code 7f3a-91c2-04de-b86f}; never taken from the outside, so nobody can
   * forge log lines.
   */
  String next() {
    HexFormat hex = HexFormat.of();
    long bits = random.nextLong();
    return String.format(
        Locale.ROOT,
        "%s-%s-%s-%s",
        hex.toHexDigits((short) (bits >>> 48)),
        hex.toHexDigits((short) (bits >>> 32)),
        hex.toHexDigits((short) (bits >>> 16)),
        hex.toHexDigits((short) bits));
  }
}
