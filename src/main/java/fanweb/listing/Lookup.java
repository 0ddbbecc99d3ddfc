package fanweb.listing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a field is compared; Django's names, in lower case behind two underscores. */
public enum Lookup {
  /** Equal; also without any lookup. */
  EXACT,
  /** Equal but for case. */
  IEXACT,
  /** Has the text in it. */
  CONTAINS,
  /** Has the text in it, in any case. */
  ICONTAINS,
  /** Starts with the text. */
  STARTSWITH,
  /** Starts with the text, in any case. */
  ISTARTSWITH,
  /** Ends with the text. */
  ENDSWITH,
  /** Ends with the text, in any case. */
  IENDSWITH,
  /** Greater. */
  GT,
  /** Greater or equal. */
  GTE,
  /** Less. */
  LT,
  /** Less or equal. */
  LTE,
  /** One of several, with commas between them. */
  IN,
  /** Has no value ({@code true}) or has one ({@code false}). */
  ISNULL;

  /** Whether it looks for a part of a text, which the empty text is of any. */
  boolean isOfParts() {
    return switch (this) {
      case CONTAINS, ICONTAINS, STARTSWITH, ISTARTSWITH, ENDSWITH, IENDSWITH -> true;
      default -> false;
    };
  }

  /** The name in a query. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Lookup> parse(String word) {
    return Arrays.stream(values()).filter(lookup -> lookup.word().equals(word)).findFirst();
  }
}
