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
 * so that its key is still known, for a day. A group's floor is raised with each step in the same
 * transaction: whatever is interrupted, what is below it is erased and what is above it is not.
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
    for (Limits group : groups("keep_messages > 0 OR keep_seconds > 0")) {
      long floor = database.read(connection -> floor(connection, group, now));
      for (long from = group.floor(); from < floor; from += STEP) {
        long to = Math.min(floor, from + STEP);
        erased += database.transaction(connection -> erase(connection, group.id(), to, now));
      }
    }
    for (Limits group : groups("kept_after > 0")) {
      forget(group, now.minus(KEYS_LAST));
    }
    return erased;
  }

  /**
   * Raises the floor and erases what is below it: the group's row first, as whoever writes does.
   */
  private static int erase(Connection connection, long group, long floor, Instant now)
      throws SQLException {
    update(
        connection,
        "UPDATE chat_group SET kept_after = ? WHERE id = ? AND kept_after < ?",
        floor,
        group,
        floor);
    return update(
        connection,
        "UPDATE chat_message SET body = NULL, retired_at = ? WHERE group_id = ? AND pos > ?"
            + " AND pos <= ? AND retired_at IS NULL",
        now.toEpochMilli(),
        group,
        floor - STEP,
        floor);
  }

  /**
   * Up to which offset a group's events are too many or too old. Those before the first that is
   * young enough are too old: one whose node's clock was wrong does not take all before it along.
   */
  private static long floor(Connection connection, Limits group, Instant now) throws SQLException {
    long floor = group.floor();
    if (group.keepMessages() > 0) {
      floor = Math.max(floor, group.head() - group.keepMessages());
    }
    if (group.keepSeconds() > 0) {
      long young =
          number(
              connection,
              "SELECT pos FROM chat_message WHERE group_id = ? AND pos > ? AND at_millis >= ?"
                  + " ORDER BY group_id, pos LIMIT 1",
              group.id(),
              floor,
              now.minusSeconds(group.keepSeconds()).toEpochMilli());
      floor = young == 0 ? group.head() : young - 1;
    }
    return floor;
  }

  /** Removes what was erased before a moment, the oldest first. */
  private void forget(Limits group, Instant before) {
    long last;
    do {
      last = database.read(connection -> lastForgettable(connection, group, before));
      if (last > 0) {
        long end = last;
        database.transaction(
            connection ->
                update(
                    connection,
                    "DELETE FROM chat_message WHERE group_id = ? AND pos <= ?",
                    group.id(),
                    end));
      }
    } while (last > 0);
  }

  /** The last of the oldest rows that were all erased before a moment; 0 when there are none. */
  private static long lastForgettable(Connection connection, Limits group, Instant before)
      throws SQLException {
    long last = 0;
    try (PreparedStatement select =
            prepare(
                connection,
                "SELECT pos, retired_at FROM chat_message WHERE group_id = ? AND pos <= ?"
                    + " ORDER BY group_id, pos LIMIT "
                    + STEP,
                group.id(),
                group.floor());
        ResultSet rows = select.executeQuery()) {
      while (rows.next() && rows.getLong(2) <= before.toEpochMilli()) {
        last = rows.getLong(1);
      }
    }
    return last;
  }

  private List<Limits> groups(String where) {
    return database.read(connection -> groups(connection, where));
  }

  private static List<Limits> groups(Connection connection, String where) throws SQLException {
    List<Limits> groups = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT id, head, kept_after, keep_messages, keep_seconds FROM chat_group WHERE "
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
