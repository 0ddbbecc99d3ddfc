package fanweb.account;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A person as everybody may know them, which leaves out the password.
 *
 * @param id given by the database
 * @param version grows with each change
 * @param name for people to read; not unique
 * @param login for signing in; unique
 * @param age in years
 * @param data whatever number the site keeps here
 * @param roles codes of the person's roles, in alphabetical order
 * @param active whether the person may sign in
 */
public record User(
    long id,
    int version,
    String name,
    Optional<String> login,
    int age,
    OptionalInt data,
    List<String> roles,
    boolean active) {
  /** Takes them over. */
  public User {
    roles = List.copyOf(roles);
  }
}
