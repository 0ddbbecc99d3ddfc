package fanweb.account.jpa;

import fanweb.account.AccountChange;
import fanweb.account.ChangeLog;
import fanweb.account.Permissions;
import fanweb.account.Role;
import fanweb.account.RoleDraft;
import fanweb.account.Roles;
import fanweb.listing.Bulk;
import fanweb.listing.Listing;
import fanweb.listing.Rows;
import fanweb.listing.Selection;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Roles in the database. */
@ApplicationScoped
@Transactional
public class JpaRoles implements Roles {
  /** Set by the container; by tests where there is none. */
  @PersistenceContext EntityManager entities;

  private ChangeLog changes;

  /** Proxies are made so. */
  @SuppressWarnings("NullAway.Init") // because the container sets them
  JpaRoles() {}

  /** Tells of changes there. */
  @Inject
  @SuppressWarnings("NullAway.Init") // because the container sets the entity manager
  JpaRoles(ChangeLog changes) {
    this.changes = changes;
  }

  @Override
  public Role create(RoleDraft draft) {
    codes().demandFree(draft.code(), 0);
    RoleEntity role = new RoleEntity(draft);
    codes().write(() -> entities.persist(role));
    return role.toRole();
  }

  @Override
  public Rows<Role> list(Listing listing) {
    return table().list(listing).map(RoleEntity::toRole);
  }

  @Override
  public Optional<Role> find(long id) {
    return Optional.ofNullable(entities.find(RoleEntity.class, id)).map(RoleEntity::toRole);
  }

  @Override
  public Role update(long id, Predicate<Role> expected, UnaryOperator<RoleDraft> change) {
    return administrators().keepOne(() -> updated(id, expected, change));
  }

  private Role updated(long id, Predicate<Role> expected, UnaryOperator<RoleDraft> change) {
    RoleEntity role = table().locked(id, row -> expected.test(row.toRole()));
    RoleDraft old = role.toDraft();
    RoleDraft draft = change.apply(old);
    if (!draft.code().equals(old.code())) {
      demandNotBuiltIn(List.of(old.code()), "gets another code");
    }
    codes().demandFree(draft.code(), id);
    role.accept(draft);
    codes().write(entities::flush);
    if (!role.toDraft().permissions().equals(old.permissions())) {
      changes.note(new AccountChange.RolesChanged());
    }
    return role.toRole();
  }

  @Override
  public void delete(long id, Predicate<Role> expected) {
    administrators()
        .keepOne(
            () -> {
              RoleEntity role = table().locked(id, row -> expected.test(row.toRole()));
              demandNotBuiltIn(List.of(role.code()), "is deleted");
              // As a statement: Hibernate would not know of the people who have it, the database
              // does.
              return entities
                  .createQuery("delete from RoleEntity r where r.id = :id")
                  .setParameter("id", id)
                  .executeUpdate();
            });
    changes.note(new AccountChange.RolesChanged());
  }

  @Override
  public long updateAll(Bulk rows, List<Assignment> assignments) {
    return table().updateAll(rows, assignments);
  }

  @Override
  public long deleteAll(Bulk rows) {
    return deleteAll(rows, all -> {});
  }

  @Override
  public long deleteAll(Bulk rows, Consumer<Permissions> check) {
    rows.demandConfirm(() -> table().count(rows.selection()));
    long deleted =
        administrators()
            .keepOne(
                () -> {
                  demandNotBuiltIn(codes(rows.selection()), "is deleted");
                  check.accept(new Held(entities).together(table(), rows.selection()));
                  return table().deleteAll(rows);
                });
    if (deleted > 0) {
      changes.note(new AccountChange.RolesChanged());
    }
    return deleted;
  }

  private List<String> codes(Selection selection) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<String> query = builder.createQuery(String.class);
    Root<RoleEntity> row = query.from(RoleEntity.class);
    query.select(row.get("code")).where(new Conditions(builder, row).of(selection));
    return entities.createQuery(query).getResultList();
  }

  private static void demandNotBuiltIn(List<String> codes, String what) {
    codes.stream()
        .filter(Role.BUILT_IN::contains)
        .sorted()
        .findFirst()
        .ifPresent(
            code -> {
              throw new RefusedException(
                  Reason.CONFLICT,
                  "The role " + code + " is built in: it never " + what + "; nothing was changed");
            });
  }

  private Administrators administrators() {
    return new Administrators(entities);
  }

  private Uniqueness codes() {
    return new Uniqueness(entities, RoleEntity.class, "code");
  }

  private EntityTable<RoleEntity> table() {
    return new EntityTable<>(entities, RoleEntity.class);
  }
}
