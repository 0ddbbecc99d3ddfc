package fanweb.chat.jdbc;

import fanweb.chat.Author;
import fanweb.chat.ChatEvent.MemberChanged;
import fanweb.chat.Departures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Takes ranks away in the database, and writes so into the groups' streams. Past the rules of the
 * groups, which keep their owners: here nobody asks for it, it is so.
 */
public final class JdbcDepartures implements Departures {
  private final Database database;
  private final InstantSource clock;
  private final Author author;

  /**
   * Makes one; opens nothing yet.
   *
   * @param source gives connections that commit by themselves
   * @param author whose doing it is, as the streams tell it
   */
  public JdbcDepartures(DataSource source, InstantSource clock, Author author) {
    this.database = new Database(source);
    this.clock = clock;
    this.author = author;
  }

  @Override
  public void leaveAll(String subject) {
    for (long group : database.read(connection -> groupsOf(connection, subject))) {
      database.transaction(connection -> leave(connection, group, subject));
    }
  }

  private static List<Long> groupsOf(Connection connection, String subject) throws SQLException {
    List<Long> groups = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT group_id FROM chat_member WHERE author_id = ?")) {
      select.setString(1, subject);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          groups.add(rows.getLong(1));
        }
      }
    }
    return groups;
  }

  /** Whether there was something to take; another node may have been first. */
  private boolean leave(Connection connection, long group, String subject) throws SQLException {
    long head = locked(connection, group);
    boolean first =
        head >= 0
            && Statements.update(
                    connection,
                    "DELETE FROM chat_member WHERE group_id = ? AND author_id = ?",
                    group,
                    subject)
                == 1;
    if (first) {
      append(connection, group, head + 1, subject);
      Statements.update(connection, "UPDATE chat_group SET head = ? WHERE id = ?", head + 1, group);
    }
    return first;
  }

  /** Where the stream of a group stands, which is held from now on; -1 when it is gone. */
  private static long locked(Connection connection, long group) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT head FROM chat_group WHERE id = ? FOR UPDATE")) {
      select.setLong(1, group);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : -1;
      }
    }
  }

  private void append(Connection connection, long group, long pos, String subject)
      throws SQLException {
    Instant now = clock.instant();
    MemberChanged event = new MemberChanged(now, author, subject, null);
    Statements.update(
        connection,
        "INSERT INTO chat_message (group_id, pos, kind, at_millis, author_id, author_name, state,"
            + " body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        group,
        pos,
        Rows.kind(event),
        now.toEpochMilli(),
        author.id(),
        author.name(),
        "WRITTEN",
        Rows.body(event));
  }
}
