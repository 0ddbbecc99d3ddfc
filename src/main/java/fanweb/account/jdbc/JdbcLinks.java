package fanweb.account.jdbc;

import fanweb.account.LinkStore;
import fanweb.account.OneTimeLink.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Links in the database. */
public final class JdbcLinks implements LinkStore {
  private final Database database;

  /** Makes one; opens nothing yet. */
  public JdbcLinks(DataSource source) {
    this.database = new Database(source);
  }

  @Override
  public void add(String fingerprint, Stored link) {
    database.update(
        "INSERT INTO account_link (fingerprint, purpose, userinfo_id, ends_at, stamp)"
            + " VALUES (?, ?, ?, ?, ?)",
        fingerprint,
        link.purpose().name(),
        link.userId() == 0 ? null : link.userId(),
        link.ends().toEpochMilli(),
        link.stamp());
  }

  @Override
  public Optional<Stored> find(String fingerprint, Instant now) {
    return database.first(
        "SELECT purpose, userinfo_id, ends_at, stamp FROM account_link"
            + " WHERE fingerprint = ? AND spent_at IS NULL AND ends_at > ?",
        JdbcLinks::stored,
        fingerprint,
        now.toEpochMilli());
  }

  @Override
  public boolean spend(String fingerprint, Instant now) {
    int spent =
        database.update(
            "UPDATE account_link SET spent_at = ?"
                + " WHERE fingerprint = ? AND spent_at IS NULL AND ends_at > ?",
            now.toEpochMilli(),
            fingerprint,
            now.toEpochMilli());
    return spent == 1;
  }

  @Override
  public void purge(Instant before) {
    database.update("DELETE FROM account_link WHERE ends_at <= ?", before.toEpochMilli());
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        Purpose.valueOf(row.getString("purpose")),
        row.getLong("userinfo_id"),
        Instant.ofEpochMilli(row.getLong("ends_at")),
        row.getString("stamp"));
  }
}
