package fanweb.listing;

import fanweb.platform.Fault;
import fanweb.platform.RefusedException;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Something that rows may be asked for.
 *
 * @param name in queries, and of the entity's attribute
 * @param kind what its values are
 */
public record Field(String name, Kind kind) {
  /** Kinds of values. */
  public enum Kind {
    /** Text, compared character by character. */
    TEXT,
    /** A whole number of 32 bits. */
    INTEGER,
    /** A whole number of 64 bits. */
    LONG
  }

  private static final int LONGEST_TEXT = 256;
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");

  private static final Set<Lookup> FOR_NUMBERS =
      Set.of(Lookup.EXACT, Lookup.GT, Lookup.GTE, Lookup.LT, Lookup.LTE, Lookup.IN, Lookup.ISNULL);

  /** Whether it can be compared like this. */
  public boolean allows(Lookup lookup) {
    return kind == Kind.TEXT || FOR_NUMBERS.contains(lookup);
  }

  /**
   * A value as the field has it; text in the normal form in which it is stored.
   *
   * @param parameter the name in the query, for the fault
   * @throws RefusedException when the text is no such value
   */
  Object value(String parameter, String text) {
    try {
      return switch (kind) {
        case TEXT -> text(parameter, text);
        case INTEGER -> Integer.valueOf(whole(text));
        case LONG -> Long.valueOf(whole(text));
      };
    } catch (NumberFormatException e) {
      int bits = kind == Kind.LONG ? Long.SIZE : Integer.SIZE;
      throw RefusedException.invalid(
          Fault.inQuery(parameter, "must be a whole number of " + bits + " bits"));
    }
  }

  /**
   * Text to look for, in the normal form in which it is stored.
   *
   * @throws RefusedException when it is longer than any stored; normalising it would cost too much
   */
  static String text(String parameter, String text) {
    if (text.length() > LONGEST_TEXT) {
      throw RefusedException.invalid(
          Fault.inQuery(parameter, "must have at most " + LONGEST_TEXT + " characters"));
    }
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** Java also reads other digits and a plus, which page and size do not. */
  private static String whole(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new NumberFormatException(text);
    }
    return text;
  }
}
