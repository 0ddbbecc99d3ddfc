package fanweb.manage.client;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Lines of an input however long it is, and however long they are. One thread. */
final class InputLines {
  /** One character more than a message has anywhere: what is cut here is refused everywhere. */
  static final int LONGEST = (1 << 20) + 1;

  private final Reader in;
  private long number;
  private boolean skipsNewline;

  /** Reads from something that is read by nobody else. */
  InputLines(Reader in) {
    this.in = in;
  }

  /**
   * A line.
   *
   * @param number from 1
   * @param text without its end; what is longer than any message is cut
   * @param tooLong whether it was cut
   */
  record InputLine(long number, String text, boolean tooLong) {}

  /** The next one; empty at the end. */
  Optional<InputLine> next() throws IOException {
    StringBuilder text = new StringBuilder();
    int letter = read();
    if (letter < 0) {
      return Optional.empty();
    }
    boolean tooLong = false;
    for (; letter >= 0 && letter != '\n' && letter != '\r'; letter = in.read()) {
      if (text.length() < LONGEST) {
        text.append((char) letter);
      } else {
        tooLong = true;
      }
    }
    skipsNewline = letter == '\r';
    number++;
    return Optional.of(new InputLine(number, text.toString(), tooLong));
  }

  /** The first character of a line; what is left of the end of the one before is not. */
  private int read() throws IOException {
    int letter = in.read();
    boolean left = skipsNewline && letter == '\n';
    skipsNewline = false;
    return left ? in.read() : letter;
  }
}
