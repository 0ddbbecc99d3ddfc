package fanweb.platform.pages;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which of the languages of the interface somebody reads. */
final class Languages {
  static final Locale CHINESE = Locale.CHINESE;
  static final Locale ENGLISH = Locale.ENGLISH;
  static final List<Locale> ALL = List.of(CHINESE, ENGLISH);

  /**
   * The parser's work grows with the square of the length; browsers send a few dozen characters.
   */
  private static final int LONGEST_HEADER = 200;

  private Languages() {}

  /** The language chosen by hand, in an address or a cookie; empty when it is none of ours. */
  static Optional<Locale> named(String tag) {
    return ALL.stream().filter(language -> language.getLanguage().equals(tag)).findFirst();
  }

  /**
   * The language a browser asks for.
   *
   * @param header the value of {@code Accept-Language}
   * @return Chinese when nothing is asked for, or more than anybody means; English when only
   *     languages are that we do not have
   */
  static Locale accepted(@Nullable String header) {
    if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
      return CHINESE;
    }
    List<LanguageRange> ranges = parse(header);
    Locale found = Locale.lookup(ranges, ALL);
    if (found != null) {
      return found;
    }
    boolean namesOthers =
        ranges.stream().anyMatch(range -> !range.getRange().equals("*") && range.getWeight() > 0);
    return namesOthers ? ENGLISH : CHINESE;
  }

  private static List<LanguageRange> parse(String header) {
    try {
      return LanguageRange.parse(header);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }
}
