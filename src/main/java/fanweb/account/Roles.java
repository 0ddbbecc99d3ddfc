package fanweb.account;

import fanweb.listing.Field;
import fanweb.listing.Fields;
import fanweb.listing.Records;
import java.util.List;

/** All roles. Deleting one takes it from the people who have it. */
public interface Roles extends Records<Role, RoleDraft> {
  /** What roles can be looked for by. */
  Fields FIELDS =
      new Fields(
          List.of(
              new Field("id", Field.Kind.LONG),
              new Field("name", Field.Kind.TEXT),
              new Field("code", Field.Kind.TEXT)),
          List.of("name", "code"));
}
