package fanweb.account.rest;

import fanweb.account.Role;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * A role as the API tells it.
 *
 * @param id given by the database
 * @param name for people to read
 * @param code for programs
 */
@JsonbPropertyOrder({"id", "name", "code"})
public record RoleAnswer(long id, String name, String code) {
  static RoleAnswer of(Role role) {
    return new RoleAnswer(role.id(), role.name(), role.code());
  }
}
