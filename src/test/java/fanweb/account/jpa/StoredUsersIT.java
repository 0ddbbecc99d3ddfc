package fanweb.account.jpa;

import static fanweb.account.jpa.AccountDatabase.bulk;
import static org.assertj.core.api.Assertions.assertThat;

import fanweb.account.AccountChange.AuthorGone;
import fanweb.account.AccountChange.UserChanged;
import fanweb.account.User;
import fanweb.account.UserDraft;
import fanweb.account.Users;
import fanweb.account.jpa.AccountDatabase.Kind;
import fanweb.listing.Records.Assignment;
import fanweb.system.MariaDb;
import fanweb.system.NeedsMariaDb;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(NeedsMariaDb.class)
class StoredUsersIT {
  /** By their version a link to reset a password knows whether it is still for the same. */
  @ParameterizedTest
  @EnumSource
  void every_change_raises_the_version(Kind kind, MariaDb server) throws SQLException {
    try (AccountDatabase database = AccountDatabase.create(kind, server)) {
      assertThat(database.user("administrator")).isPositive();
      long id = database.user();
      List<UnaryOperator<UserDraft>> changes =
          List.of(
              old -> with(old, "##", old.login(), old.roles(), true),
              old -> with(old, "##", Optional.of("l" + id), old.roles(), true),
              old -> with(old, "##", old.login(), List.of("administrator"), true),
              old -> with(old, "##", old.login(), List.of(), true),
              old -> with(old, "##", old.login(), List.of(), false));
      int version = 0;
      for (UnaryOperator<UserDraft> change : changes) {
        User changed = database.users(all -> all.update(id, user -> true, change));
        assertThat(changed.version()).isGreaterThan(version);
        version = changed.version();
      }
      Assignment age = new Assignment("age", 3);
      database.users(all -> all.updateAll(bulk(Users.FIELDS, "age", "2", 2), List.of(age)));
      assertThat(database.users(all -> all.find(id)).orElseThrow().version())
          .isGreaterThan(version);
    }
  }

  @ParameterizedTest
  @EnumSource
  void another_password_no_account_or_none_that_is_active_shuts_out(Kind kind, MariaDb server)
      throws SQLException {
    try (AccountDatabase database = AccountDatabase.create(kind, server)) {
      long id = database.user("administrator");
      change(database, id, old -> with(old, old.passwordHash(), old.login(), List.of(), true));
      assertThat(database.ended()).isEmpty();
      change(database, id, old -> with(old, "##", old.login(), List.of(), true));
      assertThat(database.ended()).containsExactly(id);
      change(database, id, old -> with(old, "##", old.login(), List.of(), false));
      assertThat(database.ended()).containsExactly(id);
      database.users(
          all -> {
            all.delete(id, user -> true);
            return id;
          });
      assertThat(database.ended()).containsExactly(id);
    }
  }

  private static void change(AccountDatabase database, long id, UnaryOperator<UserDraft> change) {
    long keeper = database.user("administrator");
    assertThat(keeper).isPositive();
    database.users(all -> all.update(id, user -> true, change));
  }

  private static UserDraft with(
      UserDraft old, String hash, Optional<String> login, List<String> roles, boolean active) {
    return new UserDraft(old.name(), hash, login, old.age(), old.data(), roles, active);
  }

  @ParameterizedTest
  @EnumSource
  void all_hear_which_author_is_gone(Kind kind, MariaDb server) throws SQLException {
    try (AccountDatabase database = AccountDatabase.create(kind, server)) {
      long guest = database.user();
      database.claim(guest, "g_" + "A".repeat(22));
      long one = database.user();
      long other = database.user();

      database.users(
          all -> {
            all.delete(guest, user -> true);
            return guest;
          });
      assertThat(database.noted())
          .containsExactly(new UserChanged(guest), new AuthorGone("g_" + "A".repeat(22)));

      database.users(all -> all.deleteAll(bulk(Users.FIELDS, "age", "2", 2)));
      assertThat(database.noted())
          .containsExactly(
              new UserChanged(one),
              new AuthorGone("u_" + one),
              new UserChanged(other),
              new AuthorGone("u_" + other));
    }
  }
}
