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
import java.util.Optional;

/** Reads the journal's tables. Any thread. */
final class Reading {
  /** Most characters of text that one page brings, but for a single event that has more. */
  private static final int MAX_CHARS = 1 << 20;

  /** How long one may take, which only a search could. */
  private static final int SECONDS = 5;

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
                Members.of(connection, row.getLong("id")),
                restrictions(connection, row.getLong("id"))));
      }
    }
  }

  /** Offsets have no gaps, so what is asked for is a range of them. */
  List<JournalEntry> after(Connection connection, GroupName group, long offset, int limit)
      throws SQLException {
    Optional<Bounds> bounds = bounds(connection, group);
    if (bounds.isEmpty()) {
      return List.of();
    }
    long from = Math.max(offset, bounds.get().floor());
    long to = from > Long.MAX_VALUE - limit ? Long.MAX_VALUE : from + limit;
    return page(
        connection,
        Rows.SELECT
            + " WHERE m.group_id = ? AND m.pos > ? AND m.pos <= ? AND m.retired_at IS NULL"
            + " ORDER BY m.group_id, m.pos",
        List.of(bounds.get().group(), from, to));
  }

  List<JournalEntry> before(Connection connection, GroupName group, long offset, int limit)
      throws SQLException {
    Optional<Bounds> bounds = bounds(connection, group);
    if (bounds.isEmpty()) {
      return List.of();
    }
    long to = Math.min(offset, bounds.get().head() + 1);
    List<JournalEntry> latestFirst =
        page(
            connection,
            Rows.SELECT
                + " WHERE m.group_id = ? AND m.pos >= ? AND m.pos < ? AND m.retired_at IS NULL"
                + " ORDER BY m.group_id DESC, m.pos DESC",
            List.of(bounds.get().group(), Math.max(to - limit, bounds.get().floor() + 1), to));
    Collections.reverse(latestFirst);
    return latestFirst;
  }

  List<JournalEntry> search(
      Connection connection, GroupName group, String text, long before, int limit)
      throws SQLException {
    Optional<Bounds> bounds = bounds(connection, group);
    if (bounds.isEmpty()) {
      return List.of();
    }
    return page(
        connection,
        Rows.SELECT
            + " WHERE m.group_id = ? AND m.pos > ? AND m.pos < ? AND m.kind = 'message'"
            + " AND m.retired_at IS NULL AND LOWER(m.body) LIKE LOWER(?) ESCAPE '!'"
            + " ORDER BY m.group_id DESC, m.pos DESC LIMIT "
            + limit,
        List.of(
            bounds.get().group(),
            bounds.get().floor(),
            before,
            "%" + text.replaceAll("[!%_]", "!$0") + "%"));
  }

  private static Optional<Bounds> bounds(Connection connection, GroupName group)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id, kept_after, head FROM chat_group WHERE name = ?")) {
      select.setString(1, group.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Bounds(row.getLong(1), row.getLong(2), row.getLong(3)))
            : Optional.empty();
      }
    }
  }

  /** Reads what a statement selects, as far as one page may reach. */
  private static List<JournalEntry> page(Connection connection, String sql, List<Object> values)
      throws SQLException {
    List<JournalEntry> entries = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      select.setQueryTimeout(SECONDS);
      try (ResultSet rows = select.executeQuery()) {
        int chars = 0;
        while (chars < MAX_CHARS && rows.next()) {
          JournalEntry entry = Rows.entry(rows);
          entries.add(entry);
          chars += Rows.length(entry.event());
        }
      } finally {
        // H2 would keep it for all that is done over this connection later.
        select.setQueryTimeout(0);
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
          Long until = rows.getObject(3, Long.class);
          restrictions.add(
              new Restriction(
                  rows.getString(1),
                  Restriction.Kind.valueOf(rows.getString(2)),
                  until == null ? null : Instant.ofEpochMilli(until)));
        }
      }
    }
    return restrictions;
  }

  /** Where a group's stream begins and ends. */
  private record Bounds(long group, long floor, long head) {}
}
