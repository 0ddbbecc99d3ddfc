package fanweb.listing;

import java.util.List;

/**
 * Some of the rows.
 *
 * @param conditions all of which must hold
 * @param search what one of the searched fields must have in it, in any case; empty for anything
 * @param searched the fields that are searched
 */
public record Selection(List<Condition> conditions, String search, List<String> searched) {
  /** Takes them over. */
  public Selection {
    conditions = List.copyOf(conditions);
    searched = List.copyOf(searched);
  }

  /** Whether these are all rows there are. */
  public boolean isEverything() {
    return conditions.isEmpty() && search.isEmpty();
  }
}
