package fanweb.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The token that a request brings (RFC 6750, section 2.1). A secret.
 *
 * @param value without the scheme and the blanks around it
 */
public record BearerToken(String value) {
  private static final String SCHEME = "bearer ";

  /**
   * Reads it from the header {@code Authorization}.
   *
   * @param header null when there is none
   * @return empty when there is none, or one of another scheme
   */
  public static Optional<BearerToken> of(@Nullable String header) {
    return header != null && header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
        ? Optional.of(new BearerToken(header.substring(SCHEME.length()).strip()))
        : Optional.empty();
  }

  /** Whether it is this secret; takes as long for a wrong one as for the right one. */
  public boolean is(String secret) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "a bearer token";
  }
}
