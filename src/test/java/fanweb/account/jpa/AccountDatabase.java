package fanweb.account.jpa;

import fanweb.account.AccountChange;
import fanweb.account.Role;
import fanweb.account.UserDraft;
import fanweb.listing.Bulk;
import fanweb.listing.Fields;
import fanweb.listing.Listing;
import fanweb.system.MariaDb;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** A database of its own, migrated as a server's, and work in transactions on it. */
final class AccountDatabase implements AutoCloseable {
  private final SessionFactory sessions;
  private final List<AccountChange> noted = new CopyOnWriteArrayList<>();
  private final List<Long> ended = new CopyOnWriteArrayList<>();

  /** What it can be. */
  enum Kind {
    H2,
    MARIADB
  }

  private AccountDatabase(SessionFactory sessions) {
    this.sessions = sessions;
  }

  static AccountDatabase create(Kind kind, MariaDb server) throws SQLException {
    MetadataSources sources =
        new MetadataSources(
            new StandardServiceRegistryBuilder()
                .applySettings(
                    Map.of(
                        "jakarta.persistence.nonJtaDataSource",
                        dataSource(kind, server),
                        "hibernate.timezone.default_storage",
                        "NORMALIZE_UTC",
                        "hibernate.jdbc.time_zone",
                        "UTC"))
                .build());
    List.of(UserEntity.class, RoleEntity.class, TokenEntity.class)
        .forEach(sources::addAnnotatedClass);
    return new AccountDatabase(sources.buildMetadata().buildSessionFactory());
  }

  static DataSource dataSource(Kind kind, MariaDb server) throws SQLException {
    if (kind == Kind.MARIADB) {
      return server.dataSource(server.newDatabase());
    }
    JdbcDataSource database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
    return database;
  }

  /** Does work in a transaction, as a call of a bean does. */
  <T> T within(Function<EntityManager, T> work) {
    return sessions.fromTransaction(work::apply);
  }

  <T> T users(Function<JpaUsers, T> work) {
    return within(
        entities -> {
          JpaUsers users = new JpaUsers(noted::add, ended::add);
          users.entities = entities;
          return work.apply(users);
        });
  }

  <T> T roles(Function<JpaRoles, T> work) {
    return within(
        entities -> {
          JpaRoles roles = new JpaRoles(noted::add);
          roles.entities = entities;
          return work.apply(roles);
        });
  }

  <T> T tokens(Function<JpaTokens, T> work) {
    return within(entities -> work.apply(new JpaTokens(noted::add, entities)));
  }

  /** What was noted, in its order; forgets it. */
  List<AccountChange> noted() {
    List<AccountChange> all = List.copyOf(noted);
    noted.clear();
    return all;
  }

  /** Who was shut out, in its order; forgets it. */
  List<Long> ended() {
    List<Long> all = List.copyOf(ended);
    ended.clear();
    return all;
  }

  /** Makes a person with roles, and tells their id. */
  long user(String... roles) {
    return users(
        users ->
            users
                .create(
                    new UserDraft(
                        "n",
                        "#",
                        Optional.of("u" + UUID.randomUUID()),
                        2,
                        OptionalInt.empty(),
                        List.of(roles),
                        true))
                .id());
  }

  /** Has a person be the author that a guest was. */
  void claim(long id, String author) {
    within(
        entities ->
            entities
                .createNativeQuery("update account_userinfo set author_id = ?1 where id = ?2")
                .setParameter(1, author)
                .setParameter(2, id)
                .executeUpdate());
  }

  /** A role by its code. */
  Role role(String code) {
    Listing listing = byCode(code);
    return roles(roles -> roles.list(listing).results().get(0));
  }

  static Listing byCode(String code) {
    return fanweb.account.Roles.FIELDS.listing(Map.of("code", List.of(code)));
  }

  /** Several, as a query and its confirmation say. */
  static Bulk bulk(Fields fields, String field, String value, int confirm) {
    return fields.bulk(
        Map.of(field, List.of(value), "confirm", List.of(Integer.toString(confirm))));
  }

  @Override
  public void close() {
    sessions.close();
  }
}
