package fanweb.channel;

import java.text.Normalizer;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a group: 1 to 100 letters, digits, marks, {@code _}, {@code -} or {@code .} of any
 * script, in Unicode normal form C, not starting with {@code .}. Names that differ in case or
 * accent are different groups.
 *
 * @param value the normalised name
 */
public record GroupName(String value) {
  /** Longest name, in code points after normalisation. */
  public static final int MAX_LENGTH = 100;

  private static final Pattern ALLOWED =
      Pattern.compile("(?!\\.)[\\p{L}\\p{M}\\p{N}_.-]{1," + MAX_LENGTH + "}");

  /**
   * Takes a name that is already valid.
   *
   * @throws IllegalArgumentException when it is not; use {@link #parse} for what came from outside
   */
  public GroupName {
    Objects.requireNonNull(value);
    if (!ALLOWED.matcher(value).matches() || !Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
      throw new IllegalArgumentException("not a group name: " + value);
    }
  }

  /** Reads a name from outside; empty when it is not allowed. */
  public static Optional<GroupName> parse(String text) {
    // Normalising first would let a caller make the server work on megabytes; NFC shrinks a text at
    // most fourfold.
    if (text.length() > 8 * MAX_LENGTH) {
      return Optional.empty();
    }
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    return ALLOWED.matcher(normal).matches()
        ? Optional.of(new GroupName(normal))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
