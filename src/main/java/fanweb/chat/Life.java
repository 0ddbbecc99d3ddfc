package fanweb.chat;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which room of which node writes notes: a node may open a group again before the others have heard
 * that it closed it.
 *
 * @param node the node's id
 * @param number rooms that were opened later have higher ones
 */
record Life(String node, long number) {
  private static final Pattern TEXT = Pattern.compile("(.+)/(\\d{1,18})");

  /** Reads what {@link #toString} wrote; nothing when it did not. */
  static Optional<Life> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(new Life(parts.group(1), Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return node + "/" + number;
  }
}
