package fanweb.account;

import fanweb.listing.Bulk;
import fanweb.listing.Field;
import fanweb.listing.Fields;
import fanweb.listing.Records;
import fanweb.platform.RefusedException;
import java.util.List;
import java.util.function.Consumer;

/**
 * All roles. Deleting one takes it from the people who have it. Those that are {@link
 * Role#BUILT_IN} are neither deleted nor get another code, and no change leaves nobody who may do
 * everything where there was somebody: such a call is a conflict.
 */
public interface Roles extends Records<Role, RoleDraft> {
  /** What roles can be looked for by. */
  Fields FIELDS =
      new Fields(
          List.of(
              new Field("id", Field.Kind.LONG),
              new Field("name", Field.Kind.TEXT),
              new Field("code", Field.Kind.TEXT)),
          List.of("name", "code"));

  /**
   * Deletes several for somebody who may not delete all.
   *
   * @param check is told once, within the transaction, what those roles allow together; throws to
   *     refuse
   * @return how many
   * @throws RefusedException when they are not as many as confirmed
   */
  long deleteAll(Bulk rows, Consumer<Permissions> check);
}
