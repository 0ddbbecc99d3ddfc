package fanweb.account;

import fanweb.listing.Field;
import fanweb.listing.Fields;
import fanweb.listing.Records;
import java.util.List;

/** All people. */
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
}
