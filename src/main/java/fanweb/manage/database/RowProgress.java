package fanweb.manage.database;

import java.io.PrintWriter;

/** How far rows have come, on one line of a terminal that is written over. One thread. */
final class RowProgress implements AutoCloseable {
  private static final int WIDTH = 30;
  private static final int STEP = 1000;

  private final PrintWriter err;
  private final boolean shown;
  private long expected;
  private int written;

  /**
   * Nothing was reached yet.
   *
   * @param shown whether anybody wants to see it
   */
  RowProgress(PrintWriter err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  /** How much there is to come; 0 when nobody knows. */
  void expect(long amount) {
    expected = amount;
  }

  /**
   * A row of a table was done.
   *
   * @param rows how many of all
   * @param amount how much of what is expected
   */
  void reached(String table, long rows, long amount) {
    if (!shown || rows % STEP != 0) {
      return;
    }
    String bar = "";
    if (expected > 0) {
      int filled = (int) Math.min(WIDTH, amount * WIDTH / expected);
      bar = "[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] ";
    }
    String line = bar + rows + " " + table;
    // Blanks cover what was there: not every terminal has a word for that.
    err.print("\r" + line + " ".repeat(Math.max(0, written - line.length())));
    err.flush();
    written = line.length();
  }

  /** Ends the line, if there is one. */
  @Override
  public void close() {
    if (written > 0) {
      err.println();
      written = 0;
    }
  }
}
