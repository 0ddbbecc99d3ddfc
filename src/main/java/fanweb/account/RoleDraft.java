package fanweb.account;

import java.util.List;

/**
 * What of a role can be chosen.
 *
 * @param name for people to read
 * @param code for programs; unique
 * @param permissions codes of what whoever has it may do; each known, see {@link KnownPermissions}
 */
public record RoleDraft(String name, String code, List<String> permissions) {
  /** Takes them over. */
  public RoleDraft {
    permissions = List.copyOf(permissions);
  }
}
