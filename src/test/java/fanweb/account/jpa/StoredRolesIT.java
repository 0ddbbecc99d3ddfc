package fanweb.account.jpa;

import static fanweb.account.jpa.AccountDatabase.bulk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.account.AccountChange.AuthorGone;
import fanweb.account.AccountChange.RolesChanged;
import fanweb.account.AccountChange.UserChanged;
import fanweb.account.Identity;
import fanweb.account.Permissions;
import fanweb.account.Role;
import fanweb.account.RoleDraft;
import fanweb.account.Roles;
import fanweb.account.Users;
import fanweb.account.jpa.AccountDatabase.Kind;
import fanweb.listing.Records.Assignment;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import fanweb.system.MariaDb;
import fanweb.system.NeedsMariaDb;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(NeedsMariaDb.class)
class StoredRolesIT {
  @ParameterizedTest
  @EnumSource
  void three_are_there_from_the_start(Kind kind, MariaDb server) throws SQLException {
    try (AccountDatabase database = AccountDatabase.create(kind, server)) {
      assertThat(database.role(Role.GUEST).permissions())
          .containsExactly(
              "message.add", "message.change", "message.delete", "message.view", "role.view");
      assertThat(database.role(Role.USER).permissions())
          .containsExactly("group.add", "group.rank", "token.add");
      assertThat(database.role(Role.ADMINISTRATOR).permissions()).containsExactly("*");
      assertThat(database.role(Role.ADMINISTRATOR).name()).isEqualTo("管理员");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_role_from_before_with_such_a_code_keeps_its_name_and_gets_the_permissions(
      Kind kind, MariaDb server) throws SQLException {
    DataSource database = AccountDatabase.dataSource(kind, server);
    migrate(database, "016");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO account_role (name, code) VALUES ('Boss', 'administrator')");
      migrate(database, "latest");
      assertThat(told(statement, "SELECT name FROM account_role WHERE code = 'administrator'"))
          .containsExactly("Boss");
      assertThat(
              told(
                  statement,
                  "SELECT p.permission FROM account_role_permission p JOIN account_role r"
                      + " ON r.id = p.role_id WHERE r.code = 'administrator'"))
          .containsExactly("*");
      assertThat(told(statement, "SELECT code FROM account_role ORDER BY code"))
          .containsExactly("administrator", "guest", "user");
    }
  }

  @ParameterizedTest
  @EnumSource
  void those_that_are_built_in_neither_go_nor_get_another_code(Kind kind, MariaDb server)
      throws SQLException {
    try (AccountDatabase database = AccountDatabase.create(kind, server)) {
      Role guest = database.role(Role.GUEST);
      database.roles(all -> all.create(new RoleDraft("r", "r", List.of())));

      refused(() -> delete(database, guest));
      refused(
          () ->
              database.roles(
                  all ->
                      all.update(
                          guest.id(),
                          role -> true,
                          old -> new RoleDraft(old.name(), "visitor", old.permissions()))));
      refused(
          () -> database.roles(all -> all.deleteAll(bulk(Roles.FIELDS, "code__in", "guest,r", 2))));

      assertThat(database.role("r")).isNotNull();
      assertThat(database.role(Role.GUEST)).isEqualTo(guest);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_one_may_is_what_all_ones_roles_allow(Kind kind, MariaDb server) throws SQLException {
    try (AccountDatabase database = AccountDatabase.create(kind, server)) {
      database.roles(all -> all.create(new RoleDraft("a", "a", List.of("user.view", "user.add"))));
      database.roles(all -> all.create(new RoleDraft("b", "b", List.of("user.view"))));
      long both = database.user("a", "b");
      long none = database.user();

      assertThat(held(database, all -> all.byUser(none)).codes())
          .contains("group.add", "token.add", "message.add", "role.view")
          .doesNotContain("user.view");
      assertThat(held(database, all -> all.byUser(both)).codes())
          .contains("group.add", "role.view", "user.view", "user.add");
      assertThat(held(database, all -> all.byCodes(List.of("b", "nobody's"))).codes())
          .containsExactly("user.view");
      assertThat(held(database, all -> all.byCodes(List.of())).codes()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_bulk_is_asked_about_what_those_may_whom_it_touches(Kind kind, MariaDb server)
      throws SQLException {
    try (AccountDatabase database = AccountDatabase.create(kind, server)) {
      database.roles(all -> all.create(new RoleDraft("a", "a", List.of("user.view"))));
      database.user("a");
      database.user();
      List<Permissions> asked = new ArrayList<>();

      database.users(all -> all.deleteAll(bulk(Users.FIELDS, "name", "n", 2), asked::add));
      database.roles(all -> all.deleteAll(bulk(Roles.FIELDS, "code", "a", 1), asked::add));

      Permissions one = Permissions.of(List.of("user.view"));
      assertThat(asked).containsExactly(one, one);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_others_must_hear_of_is_noted_and_nothing_else(Kind kind, MariaDb server)
      throws SQLException {
    try (AccountDatabase database = AccountDatabase.create(kind, server)) {
      Role role = database.roles(all -> all.create(new RoleDraft("r", "r", List.of())));
      long user = database.user("r");
      assertThat(database.noted()).isEmpty();

      change(database, role, new RoleDraft("other name", "r", List.of()));
      assertThat(database.noted()).isEmpty();
      change(database, role, new RoleDraft("r", "r", List.of("user.view")));
      assertThat(database.noted()).containsExactly(new RolesChanged());
      database.users(
          all ->
              all.updateAll(bulk(Users.FIELDS, "name", "n", 1), List.of(new Assignment("age", 3))));
      assertThat(database.noted()).isEmpty();
      database.users(
          all ->
              all.updateAll(
                  bulk(Users.FIELDS, "name", "n", 1), List.of(new Assignment("name", "m"))));
      assertThat(database.noted()).containsExactly(new UserChanged(user));
      database.users(all -> all.deleteAll(bulk(Users.FIELDS, "name", "m", 1)));
      assertThat(database.noted()).containsExactly(new UserChanged(user), gone(user));
      database.roles(all -> all.deleteAll(bulk(Roles.FIELDS, "code", "r", 1)));
      assertThat(database.noted()).containsExactly(new RolesChanged());
    }
  }

  private static AuthorGone gone(long user) {
    return new AuthorGone(Identity.authorOf(user));
  }

  private static Permissions held(AccountDatabase database, Function<Held, Permissions> work) {
    return database.within(entities -> work.apply(new Held(entities)));
  }

  private static void delete(AccountDatabase database, Role role) {
    database.roles(
        all -> {
          all.delete(role.id(), found -> true);
          return role;
        });
  }

  private static void change(AccountDatabase database, Role role, RoleDraft to) {
    database.roles(all -> all.update(role.id(), found -> true, old -> to));
  }

  private static void migrate(DataSource database, String target) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration/account")
        .target(target)
        .load()
        .migrate();
  }

  private static List<String> told(Statement statement, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private static void refused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
              assertThat(refusal.detail()).contains("guest is built in");
            });
  }
}
