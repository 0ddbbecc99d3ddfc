package fanweb.account.jpa;

import static fanweb.account.jpa.AccountDatabase.bulk;
import static org.assertj.core.api.Assertions.assertThat;

import fanweb.account.AccountChange.AuthorGone;
import fanweb.account.AccountChange.UserChanged;
import fanweb.account.Users;
import fanweb.account.jpa.AccountDatabase.Kind;
import fanweb.system.MariaDb;
import fanweb.system.NeedsMariaDb;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(NeedsMariaDb.class)
class StoredUsersIT {
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
