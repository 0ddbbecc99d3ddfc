package fanweb.chat.jdbc;

import fanweb.chat.ChatEvent.MemberChanged;
import fanweb.chat.Rank;
import fanweb.chat.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of {@code chat_member}: who has which rank in a group. */
final class Members {
  private Members() {}

  /** All of a group. */
  static Map<String, Rank> of(Connection connection, long group) throws SQLException {
    Map<String, Rank> ranks = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT author_id, member_rank FROM chat_member WHERE group_id = ?")) {
      select.setLong(1, group);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          ranks.put(rows.getString(1), Rank.valueOf(rows.getString(2)));
        }
      }
    }
    return ranks;
  }

  /** Stores a rank, or takes it away; answers why it must not be. The group is locked. */
  static @Nullable Refusal change(Connection connection, long group, MemberChanged changed)
      throws SQLException {
    String subject = changed.subject();
    Rank rank = changed.rank();
    if (rank == Rank.OWNER) {
      dethrone(connection, group);
    }
    // Whatever was known when it was asked for: a group that has an owner keeps one.
    int gone =
        Statements.update(
            connection,
            "DELETE FROM chat_member WHERE member_rank <> 'OWNER' AND group_id = ?"
                + " AND author_id = ?",
            group,
            subject);
    if (gone == 0 && isThere(connection, group, subject)) {
      return Refusal.OWNER_STAYS;
    }
    if (rank != null) {
      add(connection, group, subject, rank);
    }
    return null;
  }

  private static void dethrone(Connection connection, long group) throws SQLException {
    Statements.update(
        connection,
        "UPDATE chat_member SET member_rank = 'MODERATOR' WHERE member_rank = 'OWNER'"
            + " AND group_id = ?",
        group);
  }

  private static void add(Connection connection, long group, String author, Rank rank)
      throws SQLException {
    Statements.update(
        connection,
        "INSERT INTO chat_member (group_id, author_id, member_rank) VALUES (?, ?, ?)",
        group,
        author,
        rank.name());
  }

  private static boolean isThere(Connection connection, long group, String author)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT 1 FROM chat_member WHERE group_id = ? AND author_id = ?")) {
      select.setLong(1, group);
      select.setString(2, author);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
