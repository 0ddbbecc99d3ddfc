package fanweb.manage.database;

import java.io.PrintWriter;

/** How far rows have come, on one line of a terminal that is written over. One thread. */
final class RowProgress {
  private static final int WIDTH = 30;
  private static final int STEP = 1000;

  private final PrintWriter err;
  private final boolean shown;
  private long expected;
  private boolean written;

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

  /** Something of a table was done; {@code amount} counts what was done of all. */
  void reached(String table, long amount) {
    if (shown && amount % STEP == 0) {
      show(table, amount);
    }
  }

  /** Shows it whatever the amount. */
  void show(String table, long amount) {
    if (!shown) {
      return;
    }
    String bar = "";
    if (expected > 0) {
      int filled = (int) Math.min(WIDTH, amount * WIDTH / expected);
      bar = "[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] ";
    }
    err.print("\r" + bar + amount + " " + table + "\u001b[K");
    err.flush();
    written = true;
  }

  /** Ends the line, if there is one. */
  void end() {
    if (written) {
      err.println();
    }
  }
}
