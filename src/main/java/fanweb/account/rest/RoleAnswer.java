package fanweb.account.rest;

import fanweb.account.Role;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/**
 * A role as the API tells it.
 *
 * @param id given by the database
 * @param name for people to read
 * @param code for programs
 * @param permissions codes of what whoever has it may do, in alphabetical order
 */
@JsonbPropertyOrder({"id", "name", "code", "permissions"})
public record RoleAnswer(long id, String name, String code, List<String> permissions) {
  static RoleAnswer of(Role role) {
    return new RoleAnswer(role.id(), role.name(), role.code(), role.permissions());
  }
}
