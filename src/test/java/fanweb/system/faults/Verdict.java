package fanweb.system.faults;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the checker found.
 *
 * @param counts how much it looked at
 * @param offences how many of each kind, none left out
 * @param first the first of them, in words
 */
record Verdict(Counts counts, Map<Offence, Long> offences, List<String> first) {
  private static final String ROW = "%-38s %7s %7s %7s %7s %9s | %5s %7s %10s %7s %6s%n";

  /** Takes them over. */
  Verdict {
    offences = Map.copyOf(offences);
    first = List.copyOf(first);
  }

  /** What can be wrong. */
  enum Offence {
    /** Acknowledged and not stored. */
    LOST,
    /** Stored or told twice. */
    DOUBLED,
    /** Not in the one order, or with a gap. */
    DISORDERED,
    /** Stored or told otherwise than it was sent or acknowledged. */
    ALTERED,
    /** Not there in the end: a client has not heard the last, or a message was never taken. */
    BEHIND
  }

  /**
   * How much there was.
   *
   * @param acked keys that were acknowledged
   * @param stored rows of the database
   * @param heard messages that came, all clients together
   */
  record Counts(int clients, long sent, long acked, long stored, long heard) {}

  long of(Offence offence) {
    return offences.getOrDefault(offence, 0L);
  }

  boolean isClean() {
    return first.isEmpty();
  }

  /** The names of what {@link #row} shows. */
  static String title() {
    return String.format(
        Locale.ROOT,
        ROW,
        "",
        "clients",
        "sent",
        "acked",
        "stored",
        "heard",
        "lost",
        "doubled",
        "disordered",
        "altered",
        "behind");
  }

  /** One line of a table. */
  String row(String name) {
    return String.format(
        Locale.ROOT,
        ROW,
        name,
        counts.clients(),
        counts.sent(),
        counts.acked(),
        counts.stored(),
        counts.heard(),
        of(Offence.LOST),
        of(Offence.DOUBLED),
        of(Offence.DISORDERED),
        of(Offence.ALTERED),
        of(Offence.BEHIND));
  }
}
