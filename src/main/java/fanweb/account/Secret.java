package fanweb.account;

import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * 256 random bits that open something for whoever has them: a session, a token of the API, a link
 * that works once. Only its {@link #fingerprint} is stored.
 *
 * @param value its {@link Kind}'s letter, {@code _} and 43 characters of base64url (RFC 4648,
 *     section 5)
 */
public record Secret(String value) {
  private static final Pattern FORM = Pattern.compile("[skl]_[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;

  /** What a secret opens. The letter in front keeps one from being taken for another. */
  public enum Kind {
    /** A browser's session. */
    SESSION('s'),
    /** A token of the API. */
    TOKEN('k'),
    /** A link that works once. */
    LINK('l');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }
  }

  /**
   * Takes one that has the right form.
   *
   * @throws IllegalArgumentException when it has not; use {@link #parse} for what came from outside
   */
  public Secret {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a secret of ours");
    }
  }

  /** Reads one from outside; empty when it has not the form of that kind. */
  public static Optional<Secret> parse(Kind kind, String text) {
    return FORM.matcher(text).matches() && text.charAt(0) == kind.letter
        ? Optional.of(new Secret(text))
        : Optional.empty();
  }

  /**
   * A new one.
   *
   * @param random where nobody can guess what comes next
   */
  public static Secret draw(Kind kind, RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Secret(kind.letter + "_" + base64(bytes));
  }

  /** What is stored of it and looked for: its SHA-256 as 43 characters of base64url. */
  public String fingerprint() {
    return Fingerprint.of(value);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Keeps it out of logs. */
  @Override
  public String toString() {
    return "a secret";
  }
}
