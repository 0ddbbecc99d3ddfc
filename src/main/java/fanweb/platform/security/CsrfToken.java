package fanweb.platform.security;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The secret that a browser keeps in a cookie, and the masked copies of it in pages: each looks
 * different, so that a compressed page gives nothing away (BREACH). Immutable.
 */
final class CsrfToken {
  private static final int LENGTH = 32;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final byte[] secret;

  private CsrfToken(byte[] secret) {
    this.secret = secret;
  }

  /** A new secret. */
  static CsrfToken create(SecureRandom random) {
    return new CsrfToken(bytes(random));
  }

  /** The secret in a cookie's value; empty when it is none of ours. */
  static Optional<CsrfToken> parse(String cookie) {
    return decoded(cookie, LENGTH).map(CsrfToken::new);
  }

  /** The value of the cookie. */
  String cookie() {
    return ENCODER.encodeToString(secret);
  }

  /** A copy for a page: a random mask, and the secret under it. */
  String masked(SecureRandom random) {
    byte[] mask = bytes(random);
    byte[] both = new byte[2 * LENGTH];
    System.arraycopy(mask, 0, both, 0, LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      both[LENGTH + i] = (byte) (mask[i] ^ secret[i]);
    }
    return ENCODER.encodeToString(both);
  }

  /** Whether this is one of our copies; takes as long for a wrong secret as for the right one. */
  boolean matches(@Nullable String masked) {
    return decoded(masked == null ? "" : masked, 2 * LENGTH)
        .map(CsrfToken::unmasked)
        .filter(found -> MessageDigest.isEqual(found, secret))
        .isPresent();
  }

  private static byte[] unmasked(byte[] both) {
    byte[] found = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      found[i] = (byte) (both[i] ^ both[LENGTH + i]);
    }
    return found;
  }

  private static byte[] bytes(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return bytes;
  }

  private static Optional<byte[]> decoded(String text, int length) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text)).filter(b -> b.length == length);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
