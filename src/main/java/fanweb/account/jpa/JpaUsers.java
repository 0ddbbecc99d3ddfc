package fanweb.account.jpa;

import fanweb.account.AccountChange;
import fanweb.account.ChangeLog;
import fanweb.account.CredentialEnds;
import fanweb.account.Permissions;
import fanweb.account.User;
import fanweb.account.UserDraft;
import fanweb.account.Users;
import fanweb.listing.Bulk;
import fanweb.listing.Listing;
import fanweb.listing.Rows;
import fanweb.platform.Fault;
import fanweb.platform.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** People in the database. */
@ApplicationScoped
@Transactional
public class JpaUsers implements Users {
  private static final String NAME = "name";

  /** Set by the container; by tests where there is none. */
  @PersistenceContext EntityManager entities;

  private ChangeLog changes;
  private CredentialEnds credentials;

  /** Proxies are made so. */
  @SuppressWarnings("NullAway.Init") // because the container sets them
  JpaUsers() {}

  /** Tells of changes there, and shuts people out there. */
  @Inject
  @SuppressWarnings("NullAway.Init") // because the container sets the entity manager
  JpaUsers(ChangeLog changes, CredentialEnds credentials) {
    this.changes = changes;
    this.credentials = credentials;
  }

  @Override
  public User create(UserDraft draft) {
    draft.login().ifPresent(login -> logins().demandFree(login, 0));
    UserEntity user = new UserEntity(draft, rolesOf(draft));
    logins().write(() -> entities.persist(user));
    return user.toUser();
  }

  @Override
  public Rows<User> list(Listing listing) {
    return table().list(listing).map(UserEntity::toUser);
  }

  @Override
  public Optional<User> find(long id) {
    return Optional.ofNullable(entities.find(UserEntity.class, id)).map(UserEntity::toUser);
  }

  @Override
  public User update(long id, Predicate<User> expected, UnaryOperator<UserDraft> change) {
    return administrators().keepOne(() -> updated(id, expected, change));
  }

  private User updated(long id, Predicate<User> expected, UnaryOperator<UserDraft> change) {
    UserEntity user = table().locked(id, row -> expected.test(row.toUser()));
    UserDraft old = user.toDraft();
    UserDraft draft = change.apply(old);
    draft.login().ifPresent(login -> logins().demandFree(login, id));
    user.accept(draft, rolesOf(draft));
    logins().write(entities::flush);
    if (!draft.active() || !draft.passwordHash().equals(old.passwordHash())) {
      credentials.endAllOf(id);
    }
    if (!draft.name().equals(old.name())
        || draft.active() != old.active()
        || !user.toDraft().roles().equals(old.roles())) {
      changes.note(new AccountChange.UserChanged(id));
    }
    return user.toUser();
  }

  @Override
  public void delete(long id, Predicate<User> expected) {
    administrators()
        .keepOne(
            () -> {
              UserEntity user = table().locked(id, row -> expected.test(row.toUser()));
              credentials.endAllOf(id);
              entities.remove(user);
              noteGone(user);
              return user;
            });
  }

  @Override
  public long updateAll(Bulk rows, List<Assignment> assignments) {
    return updateAll(rows, assignments, all -> {});
  }

  @Override
  public long updateAll(Bulk rows, List<Assignment> assignments, Consumer<Permissions> check) {
    check.accept(new Held(entities).by(table(), rows.selection()));
    boolean named = assignments.stream().anyMatch(one -> one.field().equals(NAME));
    List<Long> renamed = named ? table().ids(rows.selection()) : List.of();
    long updated = table().updateAll(rows, assignments);
    note(renamed);
    return updated;
  }

  @Override
  public long deleteAll(Bulk rows) {
    return deleteAll(rows, all -> {});
  }

  @Override
  public long deleteAll(Bulk rows, Consumer<Permissions> check) {
    return administrators()
        .keepOne(
            () -> {
              rows.demandConfirm(() -> table().count(rows.selection()));
              List<UserEntity> all = table().locked(rows.selection());
              check.accept(new Held(entities).by(table(), rows.selection()));
              long deleted = table().deleteAll(rows);
              all.forEach(this::noteGone);
              return deleted;
            });
  }

  private void note(List<Long> ids) {
    ids.forEach(id -> changes.note(new AccountChange.UserChanged(id)));
  }

  /** Whoever is connected as them goes, and whatever they are in groups. */
  private void noteGone(UserEntity user) {
    changes.note(new AccountChange.UserChanged(user.id()));
    changes.note(new AccountChange.AuthorGone(user.author()));
  }

  private Administrators administrators() {
    return new Administrators(entities);
  }

  private EntityTable<UserEntity> table() {
    return new EntityTable<>(entities, UserEntity.class);
  }

  private Uniqueness logins() {
    return new Uniqueness(entities, UserEntity.class, "login");
  }

  private Set<RoleEntity> rolesOf(UserDraft draft) {
    if (draft.roles().isEmpty()) {
      return Set.of();
    }
    Map<String, RoleEntity> known =
        entities
            .createQuery("select r.id from RoleEntity r where r.code in :codes", Long.class)
            .setParameter("codes", draft.roles())
            .getResultStream()
            .sorted()
            .flatMap(id -> held(id).stream())
            .collect(Collectors.toMap(RoleEntity::code, Function.identity()));
    for (int i = 0; i < draft.roles().size(); i++) {
      if (!known.containsKey(draft.roles().get(i))) {
        throw RefusedException.invalid(Fault.inBody("/roles/" + i, "is no role's code"));
      }
    }
    return Set.copyOf(known.values());
  }

  /**
   * The role, held so that it does not go before it is given. By its id, as whoever deletes it
   * does: InnoDB locks a row by the index it was found in, and two that come from two indexes wait
   * for each other.
   */
  private Optional<RoleEntity> held(long id) {
    try {
      return Optional.ofNullable(
          entities.find(RoleEntity.class, id, LockModeType.PESSIMISTIC_READ));
    } catch (OptimisticLockException | EntityNotFoundException e) {
      // One that the person had already, and that went just now.
      return Optional.empty();
    }
  }
}
