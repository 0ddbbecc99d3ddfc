package fanweb.manage.database;

import java.io.Serial;

/**
 * A row has a text that no encoding has: half a character, a lone surrogate. It would be a question
 * mark elsewhere.
 */
final class HalfCharacterException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String table;
  private final long row;

  /** In the row of this table with this number, in the order of its key. */
  HalfCharacterException(String table, long row, Throwable cause) {
    super(table + " " + row, cause);
    this.table = table;
    this.row = row;
  }

  String table() {
    return table;
  }

  long row() {
    return row;
  }
}
