package fanweb.account.jdbc;

import fanweb.account.Session;
import fanweb.account.SessionStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Sessions in the database. */
public final class JdbcSessions implements SessionStore {
  private static final int SWEPT_AT_ONCE = 500;

  private static final String SESSION =
      "s.id, s.userinfo_id, s.began_at, s.seen_at, s.ends_at, s.remembered, s.address, s.agent";
  private static final String STORED =
      "SELECT "
          + SESSION
          + ", s.granted, u.login, u.name, u.author_id, u.active"
          + " FROM account_session s JOIN account_userinfo u ON u.id = s.userinfo_id WHERE ";

  private final Database database;

  /** Makes one; opens nothing yet. */
  public JdbcSessions(DataSource source) {
    this.database = new Database(source);
  }

  @Override
  public Session add(Session session, String fingerprint, String granted) {
    long id =
        database
            .insert(
                "INSERT INTO account_session (fingerprint, renewed_at, granted, userinfo_id,"
                    + " began_at, seen_at, ends_at, remembered, address, agent)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                fingerprint,
                session.began().toEpochMilli(),
                granted,
                session.userId(),
                session.began().toEpochMilli(),
                session.seen().toEpochMilli(),
                session.ends().toEpochMilli(),
                session.remembered(),
                session.address(),
                session.agent())
            .orElseThrow(() -> new IllegalStateException("a secret was drawn twice"));
    return session.numbered(id);
  }

  @Override
  public Optional<Stored> find(String fingerprint, Instant replacedAfter) {
    return database
        .first(STORED + "s.fingerprint = ?", row -> stored(row, true), fingerprint)
        .or(
            () ->
                database.first(
                    STORED + "s.previous = ? AND s.renewed_at > ?",
                    row -> stored(row, false),
                    fingerprint,
                    replacedAfter.toEpochMilli()));
  }

  @Override
  public Optional<Stored> find(long id) {
    return database.first(STORED + "s.id = ?", row -> stored(row, true), id);
  }

  @Override
  public boolean renew(Renewal renewal) {
    int renewed =
        database.update(
            "UPDATE account_session SET fingerprint = ?, previous = ?, renewed_at = ?, granted = ?"
                + " WHERE id = ? AND fingerprint = ?",
            renewal.after(),
            renewal.before(),
            renewal.at().toEpochMilli(),
            renewal.granted(),
            renewal.id(),
            renewal.before());
    return renewed == 1;
  }

  @Override
  public void seen(long id, Instant at) {
    database.update(
        "UPDATE account_session SET seen_at = ? WHERE id = ? AND seen_at < ?",
        at.toEpochMilli(),
        id,
        at.toEpochMilli());
  }

  @Override
  public List<Session> of(long userId) {
    return database.list(
        "SELECT "
            + SESSION
            + " FROM account_session s WHERE s.userinfo_id = ? ORDER BY s.seen_at DESC, s.id DESC",
        JdbcSessions::session,
        userId);
  }

  @Override
  public List<Long> held(long userId) {
    return database.list(
        "SELECT id FROM account_session WHERE userinfo_id = ? ORDER BY id FOR UPDATE",
        row -> row.getLong(1),
        userId);
  }

  @Override
  public boolean remove(long id) {
    return database.update("DELETE FROM account_session WHERE id = ?", id) == 1;
  }

  @Override
  public List<Long> ended(Instant now, Duration idle) {
    return database.list(
        "SELECT id FROM account_session WHERE ends_at <= ? OR (remembered = ? AND seen_at <= ?)"
            + " LIMIT "
            + SWEPT_AT_ONCE,
        row -> row.getLong(1),
        now.toEpochMilli(),
        false,
        now.minus(idle).toEpochMilli());
  }

  private static Stored stored(ResultSet row, boolean current) throws SQLException {
    return new Stored(
        session(row), JdbcPeople.person(row, "userinfo_id"), row.getString("granted"), current);
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getLong("id"),
        row.getLong("userinfo_id"),
        Instant.ofEpochMilli(row.getLong("began_at")),
        Instant.ofEpochMilli(row.getLong("seen_at")),
        Instant.ofEpochMilli(row.getLong("ends_at")),
        row.getBoolean("remembered"),
        row.getString("address"),
        row.getString("agent"));
  }
}
