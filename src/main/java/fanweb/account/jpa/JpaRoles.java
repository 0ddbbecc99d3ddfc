package fanweb.account.jpa;

import fanweb.account.Role;
import fanweb.account.RoleDraft;
import fanweb.account.Roles;
import fanweb.listing.Bulk;
import fanweb.listing.Listing;
import fanweb.listing.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Roles in the database. */
@ApplicationScoped
@Transactional
public class JpaRoles implements Roles {
  @PersistenceContext private EntityManager entities;

  /** Made by CDI, which then sets the entity manager. */
  @SuppressWarnings("NullAway.Init") // because the container sets them
  JpaRoles() {}

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
    RoleEntity role = table().locked(id, row -> expected.test(row.toRole()));
    RoleDraft draft = change.apply(role.toDraft());
    codes().demandFree(draft.code(), id);
    role.accept(draft);
    codes().write(entities::flush);
    return role.toRole();
  }

  @Override
  public void delete(long id, Predicate<Role> expected) {
    table().locked(id, row -> expected.test(row.toRole()));
    // As a statement: Hibernate would not know of the people who have it, the database does.
    entities
        .createQuery("delete from RoleEntity r where r.id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  @Override
  public long updateAll(Bulk rows, List<Assignment> assignments) {
    return table().updateAll(rows, assignments);
  }

  @Override
  public long deleteAll(Bulk rows) {
    return table().deleteAll(rows);
  }

  private Uniqueness codes() {
    return new Uniqueness(entities, RoleEntity.class, "code");
  }

  private EntityTable<RoleEntity> table() {
    return new EntityTable<>(entities, RoleEntity.class);
  }
}
