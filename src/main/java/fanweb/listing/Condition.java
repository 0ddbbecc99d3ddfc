package fanweb.listing;

import java.util.List;

/**
 * What must hold for a row.
 *
 * @param field which
 * @param lookup how it is compared
 * @param values with what: one, or several for {@link Lookup#IN}; a {@code Boolean} for {@link
 *     Lookup#ISNULL}
 */
public record Condition(Field field, Lookup lookup, List<Object> values) {
  /** Takes them over. */
  public Condition {
    values = List.copyOf(values);
  }

  /** The only value, or the first. */
  public Object value() {
    return values.get(0);
  }
}
