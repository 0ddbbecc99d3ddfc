package fanweb.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What makes a guest the same author again after a reconnect: 256 random bits. Whoever has it is
 * the author; the author's id is a digest of it, so the server stores nothing and every node
 * agrees. A secret of the client's.
 *
 * @param value {@code t_} and 43 characters of base64url (RFC 4648, section 5)
 */
public record GuestToken(String value) {
  /** The cookie in which a browser keeps it. */
  public static final String COOKIE = "fanweb_guest";

  private static final Pattern FORM = Pattern.compile("t_[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;
  private static final int ID_BYTES = 16;

  /**
   * Takes one that has the right form.
   *
   * @throws IllegalArgumentException when it has not; use {@link #parse} for what came from outside
   */
  public GuestToken {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a guest's token");
    }
  }

  /** Reads one from outside; empty when it has not the right form. */
  public static Optional<GuestToken> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new GuestToken(text)) : Optional.empty();
  }

  /**
   * A new guest's.
   *
   * @param random where nobody can guess what comes next
   */
  public static GuestToken draw(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new GuestToken("t_" + base64(bytes));
  }

  /** The id of the author it stands for. */
  public String authorId() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
      return "g_" + base64(Arrays.copyOf(digest, ID_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "guest token of " + authorId();
  }
}
