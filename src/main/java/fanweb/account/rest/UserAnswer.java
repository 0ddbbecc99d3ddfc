package fanweb.account.rest;

import fanweb.account.User;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person as the API tells it.
 *
 * @param id given by the database
 * @param name for people to read
 * @param login for signing in, if there is one
 * @param age in years
 * @param data any number, if there is one
 * @param roles codes of roles, in alphabetical order
 * @param active whether the person may sign in
 */
@JsonbPropertyOrder({"id", "name", "login", "age", "data", "roles", "active"})
public record UserAnswer(
    long id,
    String name,
    @Nullable String login,
    int age,
    @Nullable Integer data,
    List<String> roles,
    boolean active) {

  static UserAnswer of(User user) {
    return new UserAnswer(
        user.id(),
        user.name(),
        user.login().orElse(null),
        user.age(),
        user.data().isPresent() ? user.data().getAsInt() : null,
        user.roles(),
        user.active());
  }
}
