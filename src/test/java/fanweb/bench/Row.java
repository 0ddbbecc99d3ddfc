package fanweb.bench;

import java.util.List;

/** A line of the table that benchmarks of the load generator print. */
final class Row {
  private static final String COLUMNS = "%-66s %12s %12s %8s%n";

  private Row() {}

  /** The names of the columns. */
  static void head() {
    System.out.printf(COLUMNS, "", "measured", "aim", "ratio");
  }

  /**
   * A figure.
   *
   * @param aim what it should be; not a number: nothing
   */
  static void print(String what, double measured, double aim) {
    boolean hasAim = !Double.isNaN(aim);
    System.out.printf(
        COLUMNS,
        what,
        String.format("%,.2f", measured),
        hasAim ? String.format("%,.0f", aim) : "",
        hasAim ? String.format("%.2f", measured / aim) : "");
  }

  /** What went wrong in some rounds. */
  static void faults(List<Load.Figures> rounds) {
    System.out.printf(
        "    lost %d, doubled %d, reordered %d%n",
        Load.sum(rounds, "lost"), Load.sum(rounds, "duplicated"), Load.sum(rounds, "reordered"));
  }
}
