package fanweb.account.jdbc;

import fanweb.account.AccountChange;
import fanweb.account.AccountChange.AuthorGone;
import fanweb.account.AccountChange.CredentialEnded;
import fanweb.account.AccountChange.GuestClaimed;
import fanweb.account.AccountChange.RolesChanged;
import fanweb.account.AccountChange.UserChanged;
import fanweb.account.ChangeLog;
import fanweb.account.ChangeRows;
import fanweb.account.Identity.Proof;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/** Changes in the database. */
public final class JdbcChanges implements ChangeLog, ChangeRows {
  private static final String USER = "USER";
  private static final String ROLES = "ROLES";
  private static final String GUEST = "GUEST";
  private static final String GONE = "GONE";
  private static final String SESSION = "SESSION";
  private static final String TOKEN = "TOKEN";

  private final Database database;
  private final InstantSource clock;

  /** Makes one; opens nothing yet. */
  public JdbcChanges(DataSource source, InstantSource clock) {
    this.database = new Database(source);
    this.clock = clock;
  }

  @Override
  public void note(AccountChange change) {
    if (change instanceof CredentialEnded ended) {
      add(ended.proof().name(), ended.credential(), "");
    } else if (change instanceof UserChanged changed) {
      add(USER, changed.userId(), "");
    } else if (change instanceof GuestClaimed claimed) {
      add(GUEST, 0, claimed.author());
    } else if (change instanceof AuthorGone gone) {
      add(GONE, 0, gone.author());
    } else {
      add(ROLES, 0, "");
    }
  }

  @Override
  public List<Row> after(long id, int most) {
    return database.list(
        "SELECT id, kind, number, author FROM account_change WHERE id > ? ORDER BY id LIMIT ?",
        row -> new Row(row.getLong("id"), change(row)),
        id,
        most);
  }

  @Override
  public void purge(Instant before) {
    database.update("DELETE FROM account_change WHERE noted_at < ?", before.toEpochMilli());
  }

  private void add(String kind, long number, String author) {
    database.update(
        "INSERT INTO account_change (noted_at, kind, number, author) VALUES (?, ?, ?, ?)",
        clock.millis(),
        kind,
        number,
        author);
  }

  private static AccountChange change(ResultSet row) throws SQLException {
    long number = row.getLong("number");
    String kind = row.getString("kind");
    return switch (kind) {
      case USER -> new UserChanged(number);
      case ROLES -> new RolesChanged();
      case GUEST -> new GuestClaimed(row.getString("author"));
      case GONE -> new AuthorGone(row.getString("author"));
      case SESSION, TOKEN -> new CredentialEnded(Proof.valueOf(kind), number);
      // What only a newer node knows: perhaps anybody is somebody else by now.
      default -> new RolesChanged();
    };
  }
}
