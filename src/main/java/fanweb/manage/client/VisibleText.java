package fanweb.manage.client;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * Texts of others made fit for a terminal: what would move its cursor, colour it, answer for
 * whoever sits there or turn letters around is shown as a sign that does nothing.
 */
final class VisibleText {
  private static final int FIRST_PRINTABLE = 0x20;
  private static final int DELETE = 0x7f;

  /** The signs for the first control characters, in Unicode's Control Pictures. */
  private static final int PICTURES = 0x2400;

  private static final int PICTURE_OF_DELETE = 0x2421;
  private static final int REPLACEMENT = 0xfffd;

  private VisibleText() {}

  /** A text as one line. */
  static String line(String text) {
    return replaced(text, VisibleText::isUnfit, VisibleText::sign);
  }

  /** The lines of a text, one at least. */
  static List<String> lines(String text) {
    return text.isEmpty()
        ? List.of("")
        : text.replace("\r\n", "\n").replace("\t", "    ").lines().map(VisibleText::line).toList();
  }

  /**
   * A text as a field of a line: {@code \\}, {@code \t}, {@code \n}, {@code \r} for what would end
   * it, and <code>&#92;u</code> with four hexadecimal digits for what is not fit for a terminal or
   * cannot be written. Can be turned back.
   */
  static String field(String text, Charset charset) {
    return replaced(text, unwritable(charset).or(letter -> letter == '\\'), VisibleText::escape);
  }

  /** JSON without what is not fit for a terminal or cannot be written, which means the same. */
  static String json(String json, Charset charset) {
    // Between its texts JSON has neither.
    return replaced(json, unwritable(charset), VisibleText::hexadecimal);
  }

  /** What is not fit for a terminal, or not in its character set. */
  private static IntPredicate unwritable(Charset charset) {
    CharsetEncoder encoder = charset.newEncoder();
    return letter -> isUnfit(letter) || !encoder.canEncode(text(letter));
  }

  private static String replaced(String text, IntPredicate which, IntFunction<String> by) {
    if (text.codePoints().noneMatch(which)) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length() + FIRST_PRINTABLE);
    text.codePoints()
        .forEach(
            letter -> {
              if (which.test(letter)) {
                result.append(by.apply(letter));
              } else {
                result.appendCodePoint(letter);
              }
            });
    return result.toString();
  }

  /** Controls, line separators, halves of pairs, and what turns the direction of writing. */
  private static boolean isUnfit(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> turns(letter);
    };
  }

  private static boolean turns(int letter) {
    return switch (Character.getDirectionality(letter)) {
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
          Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE ->
          true;
      default -> false;
    };
  }

  private static String sign(int letter) {
    if (letter < FIRST_PRINTABLE) {
      return text(PICTURES + letter);
    }
    return text(letter == DELETE ? PICTURE_OF_DELETE : REPLACEMENT);
  }

  private static String escape(int letter) {
    return switch (letter) {
      case '\\' -> "\\\\";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> hexadecimal(letter);
    };
  }

  private static String hexadecimal(int letter) {
    StringBuilder escaped = new StringBuilder();
    for (char half : Character.toChars(letter)) {
      escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) half));
    }
    return escaped.toString();
  }

  private static String text(int letter) {
    return new String(Character.toChars(letter));
  }
}
