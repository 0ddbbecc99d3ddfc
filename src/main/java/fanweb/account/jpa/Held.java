package fanweb.account.jpa;

import fanweb.account.Permissions;
import fanweb.account.Role;
import fanweb.listing.Selection;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Root;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * The permissions that are held by somebody. Called within a transaction.
 *
 * @param entities the transaction's
 */
record Held(EntityManager entities) {
  private static final String OF_ROLES = "select distinct p from RoleEntity r join r.permissions p";

  /** Of somebody who signed in, by everybody's roles and their own. */
  Permissions byUser(long userId) {
    return Permissions.of(
        entities
            .createQuery(
                OF_ROLES
                    + " where r.code in :everybody or r.id in"
                    + " (select own.id from UserEntity u join u.roles own where u.id = :user)",
                String.class)
            .setParameter("everybody", List.of(Role.GUEST, Role.USER))
            .setParameter("user", userId)
            .getResultList());
  }

  /** Of whoever has all roles with these codes. */
  Permissions byCodes(Collection<String> codes) {
    return Permissions.of(
        entities
            .createQuery(OF_ROLES + " where r.code in :codes", String.class)
            .setParameter("codes", codes)
            .getResultList());
  }

  /** Of some people together, by their own roles alone. */
  Permissions by(EntityTable<UserEntity> users, Selection which) {
    return all(users.type(), which, user -> user.join("roles"));
  }

  /** Of whoever has all of some roles. */
  Permissions together(EntityTable<RoleEntity> roles, Selection which) {
    return all(roles.type(), which, role -> role);
  }

  private <E> Permissions all(
      Class<E> type, Selection which, Function<Root<E>, From<?, ?>> toRoles) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<String> query = builder.createQuery(String.class);
    Root<E> row = query.from(type);
    query
        .select(toRoles.apply(row).<Object, String>join("permissions"))
        .distinct(true)
        .where(new Conditions(builder, row).of(which));
    return Permissions.of(entities.createQuery(query).getResultList());
  }
}
