package fanweb.chat.jdbc;

import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import fanweb.chat.GroupSettings;
import fanweb.chat.GroupState;
import fanweb.chat.JournalEntry;
import fanweb.chat.Restriction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the journal's tables. Any thread. */
final class Reading {
  /** Most characters of text that one page brings, but for a single event that has more. */
  private static final int MAX_CHARS = 1 << 20;

  /** How long a search may take. */
  private static final int SEARCH_SECONDS = 5;

  private static final String KEPT = " WHERE m.group_id = ? AND m.retired_at IS NULL";

  private final GroupRows groups;

  Reading(GroupRows groups) {
    this.groups = groups;
  }

  Optional<GroupState> find(Connection connection, GroupName group) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, epoch, head, kept_after, title, durable, readers, writers, slow_seconds,"
                + " keep_messages, keep_seconds FROM chat_group WHERE name = ?")) {
      select.setString(1, group.value());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new GroupState(
                new StreamPosition(row.getString("epoch"), row.getLong("head")),
                row.getLong("kept_after"),
                settings(row),
                restrictions(connection, row.getLong("id"))));
      }
    }
  }

  List<JournalEntry> after(Connection connection, GroupName group, long offset, int limit)
      throws SQLException {
    return page(
        connection,
        group,
        Rows.SELECT + KEPT + " AND m.pos > ? AND m.pos <= ? ORDER BY m.group_id, m.pos",
        List.of(offset, saturated(offset, limit)));
  }

  List<JournalEntry> before(Connection connection, GroupName group, long offset, int limit)
      throws SQLException {
    List<JournalEntry> latestFirst =
        page(
            connection,
            group,
            Rows.SELECT
                + KEPT
                + " AND m.pos < ? AND m.pos >= ?"
                + " ORDER BY m.group_id DESC, m.pos DESC",
            List.of(offset, offset - limit));
    Collections.reverse(latestFirst);
    return latestFirst;
  }

  List<JournalEntry> search(
      Connection connection, GroupName group, String text, long before, int limit)
      throws SQLException {
    String pattern = "%" + text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    return page(
        connection,
        group,
        Rows.SELECT
            + KEPT
            + " AND m.pos < ? AND m.kind = 'message' AND LOWER(m.body) LIKE ?"
            + " ESCAPE '!' ORDER BY m.group_id DESC, m.pos DESC LIMIT "
            + limit,
        List.of(before, pattern));
  }

  /** Reads what a statement selects in a group, as far as one page may reach. */
  private List<JournalEntry> page(
      Connection connection, GroupName group, String sql, List<Object> values) throws SQLException {
    List<JournalEntry> entries = new ArrayList<>();
    Optional<Long> id = groups.find(connection, group);
    if (id.isEmpty()) {
      return entries;
    }
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setQueryTimeout(SEARCH_SECONDS);
      select.setLong(1, id.get());
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 2, values.get(i));
      }
      try (ResultSet rows = select.executeQuery()) {
        int chars = 0;
        while (chars < MAX_CHARS && rows.next()) {
          entries.add(Rows.entry(rows));
          chars += Rows.length(rows);
        }
      }
    }
    return entries;
  }

  private static GroupSettings settings(ResultSet row) throws SQLException {
    return new GroupSettings(
        row.getString("title"),
        row.getBoolean("durable"),
        GroupSettings.Access.valueOf(row.getString("readers")),
        GroupSettings.Access.valueOf(row.getString("writers")),
        row.getInt("slow_seconds"),
        row.getInt("keep_messages"),
        row.getLong("keep_seconds"));
  }

  private static List<Restriction> restrictions(Connection connection, long group)
      throws SQLException {
    List<Restriction> restrictions = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT author_id, kind, until_millis FROM chat_restriction WHERE group_id = ?")) {
      select.setLong(1, group);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          long millis = rows.getLong(3);
          Instant until = rows.wasNull() ? null : Instant.ofEpochMilli(millis);
          Restriction.Kind kind = Restriction.Kind.valueOf(rows.getString(2));
          restrictions.add(new Restriction(rows.getString(1), kind, until));
        }
      }
    }
    return restrictions;
  }

  private static long saturated(long offset, int limit) {
    return offset > Long.MAX_VALUE - limit ? Long.MAX_VALUE : offset + limit;
  }
}
