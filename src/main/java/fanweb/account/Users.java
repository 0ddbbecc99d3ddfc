package fanweb.account;

import fanweb.listing.Bulk;
import fanweb.listing.Field;
import fanweb.listing.Fields;
import fanweb.listing.Records;
import fanweb.platform.RefusedException;
import java.util.List;
import java.util.function.Consumer;

/**
 * All people. No change leaves nobody who may do everything where there was somebody: such a call
 * is a conflict.
 */
public interface Users extends Records<User, UserDraft> {
  /** What people can be looked for by. */
  Fields FIELDS =
      new Fields(
          List.of(
              new Field("id", Field.Kind.LONG),
              new Field("name", Field.Kind.TEXT),
              new Field("login", Field.Kind.TEXT),
              new Field("age", Field.Kind.INTEGER),
              new Field("data", Field.Kind.INTEGER)),
          List.of("name", "login"));

  /**
   * Changes several for somebody who may not change all.
   *
   * @param check is told once, within the transaction, what those people may by their own roles
   *     together; throws to refuse
   * @return how many
   * @throws RefusedException when they are not as many as confirmed
   */
  long updateAll(Bulk rows, List<Assignment> assignments, Consumer<Permissions> check);

  /**
   * Deletes several for somebody who may not delete all.
   *
   * @param check as above
   * @return how many
   * @throws RefusedException when they are not as many as confirmed
   */
  long deleteAll(Bulk rows, Consumer<Permissions> check);
}
