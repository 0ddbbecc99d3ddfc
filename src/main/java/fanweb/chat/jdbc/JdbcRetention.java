package fanweb.chat.jdbc;

import fanweb.chat.Retention;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Forgets in small steps: what a group no longer keeps is erased at once and stays as an empty row,
 * so that its key is still known, for a day.
 */
public final class JdbcRetention implements Retention {
  /** How much longer than a message its key is known. */
  private static final Duration KEYS_LAST = Duration.ofHours(24);

  /** Rows changed in one transaction. */
  private static final int STEP = 500;

  private final Database database;

  /** Makes one; opens nothing yet. */
  public JdbcRetention(DataSource source) {
    this.database = new Database(source);
  }

  @Override
  public int retire(Instant now) {
    int erased = 0;
    for (Limits group : database.read(JdbcRetention::limited)) {
      long floor = database.read(connection -> floor(connection, group, now));
      if (floor > group.floor()) {
        erased += retire(group, floor, now);
      }
    }
    forget(now);
    return erased;
  }

  /** Raises the floor first: nobody reads a part of what is about to go. */
  private int retire(Limits group, long floor, Instant now) {
    database.transaction(
        connection ->
            update(
                connection,
                "UPDATE chat_group SET kept_after = ? WHERE id = ? AND kept_after < ?",
                floor,
                group.id(),
                floor));
    int erased = 0;
    for (long from = group.floor(); from < floor; from += STEP) {
      long begin = from;
      long end = Math.min(floor, from + STEP);
      erased +=
          database.transaction(
              connection ->
                  update(
                      connection,
                      "UPDATE chat_message SET body = NULL, retired_at = ? WHERE group_id = ?"
                          + " AND pos > ? AND pos <= ? AND retired_at IS NULL",
                      now.toEpochMilli(),
                      group.id(),
                      begin,
                      end));
    }
    return erased;
  }

  /** Removes what was erased a day ago, of every group whose floor was ever raised. */
  private void forget(Instant now) {
    long before = now.minus(KEYS_LAST).toEpochMilli();
    for (Limits group : database.read(JdbcRetention::raised)) {
      long last = database.read(connection -> lastForgettable(connection, group, before));
      while (last > 0 && database.transaction(c -> remove(c, group.id(), last)) > 0) {
        // Step by step.
      }
    }
  }

  private static int remove(Connection connection, long group, long last) throws SQLException {
    long first = number(connection, "SELECT MIN(pos) FROM chat_message WHERE group_id = ?", group);
    return first == 0 || first > last
        ? 0
        : update(
            connection,
            "DELETE FROM chat_message WHERE group_id = ? AND pos <= ?",
            group,
            Math.min(last, first + STEP - 1));
  }

  private static long lastForgettable(Connection connection, Limits group, long before)
      throws SQLException {
    return number(
        connection,
        "SELECT MAX(pos) FROM chat_message WHERE group_id = ? AND pos <= ? AND retired_at <= ?",
        group.id(),
        group.floor(),
        before);
  }

  /** Up to which offset a group's events are too many or too old. */
  private static long floor(Connection connection, Limits group, Instant now) throws SQLException {
    long floor = group.keepMessages() > 0 ? group.head() - group.keepMessages() : 0;
    if (group.keepSeconds() > 0) {
      long old =
          number(
              connection,
              "SELECT MAX(pos) FROM chat_message WHERE group_id = ? AND pos > ? AND at_millis < ?",
              group.id(),
              group.floor(),
              now.minusSeconds(group.keepSeconds()).toEpochMilli());
      floor = Math.max(floor, old);
    }
    return Math.max(floor, group.floor());
  }

  private static List<Limits> limited(Connection connection) throws SQLException {
    return select(connection, "WHERE keep_messages > 0 OR keep_seconds > 0");
  }

  private static List<Limits> raised(Connection connection) throws SQLException {
    return select(connection, "WHERE kept_after > 0");
  }

  private static List<Limits> select(Connection connection, String where) throws SQLException {
    List<Limits> groups = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT id, head, kept_after, keep_messages, keep_seconds FROM chat_group "
                    + where);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        groups.add(
            new Limits(
                rows.getLong(1),
                rows.getLong(2),
                rows.getLong(3),
                rows.getLong(4),
                rows.getLong(5)));
      }
    }
    return groups;
  }

  private static int update(Connection connection, String sql, long... values) throws SQLException {
    try (PreparedStatement update = prepare(connection, sql, values)) {
      return update.executeUpdate();
    }
  }

  /** A number, 0 when there is none. */
  private static long number(Connection connection, String sql, long... values)
      throws SQLException {
    try (PreparedStatement select = prepare(connection, sql, values);
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, long... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setLong(i + 1, values[i]);
    }
    return statement;
  }

  /** A group with what it keeps. */
  private record Limits(long id, long head, long floor, long keepMessages, long keepSeconds) {}
}
