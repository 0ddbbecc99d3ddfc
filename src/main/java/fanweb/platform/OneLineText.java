package fanweb.platform;

import java.text.Normalizer;
import java.util.Optional;

/** Text that people read in one line, such as a name. Pure; any thread. */
public final class OneLineText {
  /** Code units that one character may take as it is sent; normalising longer text is dear. */
  private static final int MOST_FOR_ONE = 8;

  private OneLineText() {}

  /**
   * Reads one from outside.
   *
   * @param max the most code points, counted in the form that is answered: a few letters are more
   *     of them there
   * @return the text in Unicode normal form C without blanks around it; empty when it is too long,
   *     or nobody could see it, or it has a control character or a line's end in it
   */
  public static Optional<String> parse(String text, int max) {
    if (text.length() > MOST_FOR_ONE * max) {
      return Optional.empty();
    }
    String line = normal(text);
    boolean fits =
        line.codePoints().anyMatch(OneLineText::isVisible)
            && line.codePointCount(0, line.length()) <= max
            && line.codePoints().noneMatch(OneLineText::breaksLines);
    return fits ? Optional.of(line) : Optional.empty();
  }

  /** The form that is stored: Unicode normal form C without blanks around it. */
  public static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }

  private static boolean breaksLines(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static boolean isVisible(int character) {
    return !Character.isSpaceChar(character) && Character.getType(character) != Character.FORMAT;
  }
}
