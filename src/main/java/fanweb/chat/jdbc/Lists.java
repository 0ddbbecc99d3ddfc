package fanweb.chat.jdbc;

import java.util.Collections;

/** Lists in statements. */
final class Lists {
  private Lists() {}

  /** The places of so many values, at least one: {@code (?, ?, ?)}. */
  static String marks(int values) {
    return "(" + String.join(", ", Collections.nCopies(values, "?")) + ")";
  }
}
