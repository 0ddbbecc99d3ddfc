package fanweb.account;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What of a person can be chosen.
 *
 * @param name for people to read
 * @param passwordHash of the password
 * @param login for signing in
 * @param age in years
 * @param data whatever number the site keeps here
 * @param roles codes of roles, each of which there must be
 * @param active whether the person may sign in
 */
public record UserDraft(
    String name,
    String passwordHash,
    Optional<String> login,
    int age,
    OptionalInt data,
    List<String> roles,
    boolean active) {
  /** Takes them over. */
  public UserDraft {
    roles = List.copyOf(roles);
  }

  /** Leaves the hash out. */
  @Override
  public String toString() {
    return "UserDraft[name=" + name + ", login=" + login + "]";
  }
}
