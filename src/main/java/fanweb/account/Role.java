package fanweb.account;

import java.util.List;
import java.util.Set;

/**
 * Something that people are here.
 *
 * @param id given by the database
 * @param version grows with each change
 * @param name for people to read
 * @param code for programs; unique
 * @param permissions codes of what whoever has it may do, in alphabetical order
 */
public record Role(long id, int version, String name, String code, List<String> permissions) {
  /** The code of the role that everybody has. */
  public static final String GUEST = "guest";

  /** The code of the role that everybody has who signed in. */
  public static final String USER = "user";

  /** The code of the role that may do everything, until somebody changes that. */
  public static final String ADMINISTRATOR = "administrator";

  /** The codes of the roles that are always there. */
  public static final Set<String> BUILT_IN = Set.of(GUEST, USER, ADMINISTRATOR);

  /** Takes them over. */
  public Role {
    permissions = List.copyOf(permissions);
  }
}
