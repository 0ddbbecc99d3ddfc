package fanweb.listing;

import fanweb.platform.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All stored things of one kind. Blocks on the database; each call is one transaction, which is
 * rolled back when the call throws. Safe for any thread.
 *
 * @param <T> a stored thing
 * @param <D> what of it can be chosen
 */
public interface Records<T, D> {
  /**
   * Stores a new one.
   *
   * @throws RefusedException when it does not fit what is stored
   */
  T create(D draft);

  /** Some of them. */
  Rows<T> list(Listing listing);

  /** One of them. */
  Optional<T> find(long id);

  /**
   * Changes one. Two changes at once happen one after the other.
   *
   * @param expected whether what is stored is what the caller has seen
   * @param change gets what is stored, gives what is to be
   * @throws RefusedException when there is none, it is not what was expected, or the result does
   *     not fit what is stored
   */
  T update(long id, Predicate<T> expected, UnaryOperator<D> change);

  /**
   * Deletes one.
   *
   * @param expected whether what is stored is what the caller has seen
   * @throws RefusedException when there is none, or it is not what was expected
   */
  void delete(long id, Predicate<T> expected);

  /**
   * Changes several, and their versions.
   *
   * @return how many
   * @throws RefusedException when they are not as many as confirmed
   */
  long updateAll(Bulk rows, List<Assignment> assignments);

  /**
   * Deletes several.
   *
   * @return how many
   * @throws RefusedException when they are not as many as confirmed
   */
  long deleteAll(Bulk rows);

  /**
   * A new value for a field.
   *
   * @param field the name of the field
   * @param value of its kind, or null
   */
  record Assignment(String field, @Nullable Object value) {}
}
