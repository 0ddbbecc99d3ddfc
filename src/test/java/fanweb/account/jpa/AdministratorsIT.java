package fanweb.account.jpa;

import static fanweb.account.jpa.AccountDatabase.bulk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.account.Permissions;
import fanweb.account.Role;
import fanweb.account.RoleDraft;
import fanweb.account.Roles;
import fanweb.account.UserDraft;
import fanweb.account.Users;
import fanweb.account.jpa.AccountDatabase.Kind;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import fanweb.system.MariaDb;
import fanweb.system.NeedsMariaDb;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody who may do everything stays, whatever is tried. */
@ExtendWith(NeedsMariaDb.class)
class AdministratorsIT {
  @ParameterizedTest
  @EnumSource
  void the_last_one_neither_goes_nor_loses_what_makes_them_one(Kind kind, MariaDb server)
      throws SQLException {
    try (AccountDatabase database = AccountDatabase.create(kind, server)) {
      long last = database.user(Role.ADMINISTRATOR);
      database.user();
      Role administrator = database.role(Role.ADMINISTRATOR);

      refused(() -> delete(database, last));
      refused(() -> setRoles(database, last, List.of()));
      refused(() -> database.users(all -> all.deleteAll(bulk(Users.FIELDS, "age", "2", 2))));
      refused(() -> allow(database, administrator, List.of("user.view")));

      assertThat(database.users(all -> all.find(last)).orElseThrow().roles())
          .containsExactly(Role.ADMINISTRATOR);
      assertThat(database.role(Role.ADMINISTRATOR).permissions()).containsExactly("*");
    }
  }

  @ParameterizedTest
  @EnumSource
  void one_goes_when_another_stays_by_whatever_role(Kind kind, MariaDb server) throws SQLException {
    try (AccountDatabase database = AccountDatabase.create(kind, server)) {
      long first = database.user(Role.ADMINISTRATOR);
      Role other =
          database.roles(
              all -> all.create(new RoleDraft("r", "root", List.of(Permissions.EVERYTHING))));
      long second = database.user("root");

      delete(database, first);

      refused(
          () ->
              database.roles(
                  all -> {
                    all.delete(other.id(), role -> true);
                    return other;
                  }));
      refused(() -> database.roles(all -> all.deleteAll(bulk(Roles.FIELDS, "code", "root", 1))));
      refused(() -> delete(database, second));
    }
  }

  @ParameterizedTest
  @EnumSource
  void of_two_who_go_at_once_one_stays(Kind kind, MariaDb server) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (AccountDatabase database = AccountDatabase.create(kind, server)) {
      long kept = database.user(Role.ADMINISTRATOR);
      for (int round = 0; round < 10; round++) {
        long one = kept;
        long other = database.user(Role.ADMINISTRATOR);
        Future<Boolean> deletes = threads.submit(() -> isDone(() -> delete(database, one)));
        Future<Boolean> demotes =
            threads.submit(() -> isDone(() -> setRoles(database, other, List.of())));
        assertThat(List.of(deletes.get(), demotes.get())).containsExactlyInAnyOrder(true, false);
        kept = deletes.get() ? other : one;
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void delete(AccountDatabase database, long id) {
    database.users(
        all -> {
          all.delete(id, user -> true);
          return id;
        });
  }

  private static void setRoles(AccountDatabase database, long id, List<String> roles) {
    database.users(
        all ->
            all.update(
                id,
                user -> true,
                old ->
                    new UserDraft(
                        old.name(),
                        old.passwordHash(),
                        old.login(),
                        old.age(),
                        old.data(),
                        roles,
                        old.active())));
  }

  private static void allow(AccountDatabase database, Role role, List<String> permissions) {
    database.roles(
        all ->
            all.update(
                role.id(),
                found -> true,
                old -> new RoleDraft(old.name(), old.code(), permissions)));
  }

  private static void refused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
              assertThat(refusal.detail()).contains("who may do everything");
            });
  }

  private static boolean isDone(Runnable change) {
    try {
      change.run();
      return true;
    } catch (RefusedException e) {
      return false;
    }
  }
}
