package fanweb.account;

import java.time.Instant;
import java.util.List;

/**
 * The changes that were noted. Their numbers grow, but become visible out of order: whoever has
 * seen one may yet see one with a lower number. Blocks: reads the database. Any thread.
 */
public interface ChangeRows {
  /**
   * A change with its number.
   *
   * @param id its number
   * @param change what it is
   */
  record Row(long id, AccountChange change) {}

  /** The next ones after a number, in their order. */
  List<Row> after(long id, int most);

  /** Removes those that were noted before a moment. */
  void purge(Instant before);
}
