package fanweb.listing;

import fanweb.platform.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
   * @param version what the caller has seen; empty to change any
   * @param change gets what is stored, gives what is to be
   * @throws RefusedException when there is none, it has another version, or the result does not fit
   *     what is stored
   */
  T update(long id, OptionalInt version, UnaryOperator<D> change);

  /**
   * Deletes one.
   *
   * @param version what the caller has seen; empty to delete any
   * @throws RefusedException when there is none, or it has another version
   */
  void delete(long id, OptionalInt version);

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
