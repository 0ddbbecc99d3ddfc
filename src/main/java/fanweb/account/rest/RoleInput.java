package fanweb.account.rest;

import fanweb.account.AccountPolicy;
import fanweb.account.Identity;
import fanweb.account.KnownPermissions;
import fanweb.account.Permissions;
import fanweb.account.Role;
import fanweb.account.RoleDraft;
import fanweb.listing.Records.Assignment;
import fanweb.platform.Fault;
import fanweb.platform.Patch;
import fanweb.platform.RefusedException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What was sent about roles, as what is stored of them, as far as whoever sent it may. */
@Dependent
final class RoleInput {
  private static final String PERMISSIONS = "/permissions";

  private final KnownPermissions known;
  private final AccountPolicy policy;

  @Inject
  RoleInput(KnownPermissions known, AccountPolicy policy) {
    this.known = known;
    this.policy = policy;
  }

  RoleDraft draft(Identity who, NewRole role) {
    List<String> codes = Objects.requireNonNullElse(role.permissions(), List.of());
    List<String> permissions = known.checked(codes, PERMISSIONS);
    policy.demandOwn(who, Permissions.of(permissions));
    return new RoleDraft(UserInput.line(role.name()), role.code(), permissions);
  }

  /** The change of one role. Nobody puts in what they have not, nor takes it out. */
  UnaryOperator<RoleDraft> change(Identity who, Patch<RoleChanges> changes) {
    RoleChanges to = changes.value();
    List<String> wanted =
        to.permissions() == null ? null : known.checked(to.permissions(), PERMISSIONS);
    return old -> {
      List<String> permissions = wanted == null ? old.permissions() : wanted;
      Permissions before = Permissions.of(old.permissions());
      Permissions after = Permissions.of(permissions);
      policy.demandOwn(who, after.without(before).and(before.without(after)));
      return new RoleDraft(
          to.name() == null ? old.name() : UserInput.line(to.name()),
          to.code() == null ? old.code() : to.code(),
          permissions);
    };
  }

  List<Assignment> assignments(Patch<RoleChanges> changes) {
    List<Fault> faults =
        changes.given().stream()
            .filter(name -> !name.equals("name"))
            .sorted()
            .map(name -> Fault.inBody("/" + name, "can be changed for one role at a time only"))
            .toList();
    if (!faults.isEmpty()) {
      throw RefusedException.invalid(faults);
    }
    return List.of(new Assignment("name", UserInput.line(String.valueOf(changes.value().name()))));
  }

  /** Whether a role may go; refused to whoever may less than it allows. */
  Predicate<Role> deletable(Identity who, Predicate<Role> expected) {
    return role -> {
      boolean seen = expected.test(role);
      if (seen) {
        policy.demandOwn(who, Permissions.of(role.permissions()));
      }
      return seen;
    };
  }

  Consumer<Permissions> checkTaken(Identity who) {
    return taken -> policy.demandOwn(who, taken);
  }
}
