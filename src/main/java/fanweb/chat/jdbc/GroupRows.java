package fanweb.chat.jdbc;

import fanweb.channel.GroupName;
import fanweb.chat.Draft;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** The rows of {@code chat_group}, for those who write: finds, creates, locks and changes them. */
final class GroupRows {
  /** Ids remembered; then it begins anew. */
  private static final int MAX_IDS = 50_000;

  private final ConcurrentMap<GroupName, Long> ids = new ConcurrentHashMap<>();

  /**
   * The id of a draft's group, as it is or was once; the group is created when it is new, in a
   * transaction of its own, which this commits.
   *
   * @param epochs names the stream of a new one, if the draft does not
   */
  long findOrCreate(Connection connection, Draft draft, Supplier<String> epochs)
      throws SQLException {
    Long known = ids.get(draft.group());
    if (known != null) {
      return known;
    }
    Optional<Long> id = find(connection, draft.group());
    if (id.isEmpty()) {
      create(connection, draft, draft.epoch() == null ? epochs.get() : draft.epoch());
      id = find(connection, draft.group());
    }
    return remember(
        draft.group(), id.orElseThrow(() -> new SQLException("deleted at once", "40001")));
  }

  private static Optional<Long> find(Connection connection, GroupName group) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id FROM chat_group WHERE name = ?")) {
      select.setString(1, group.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
      }
    }
  }

  private static void create(Connection connection, Draft draft, String epoch) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO chat_group (name, created_at, last_active_at, epoch)"
                + " VALUES (?, ?, ?, ?)")) {
      LocalDateTime utc = LocalDateTime.ofInstant(draft.event().at(), ZoneOffset.UTC);
      insert.setString(1, draft.group().value());
      insert.setObject(2, utc);
      insert.setObject(3, utc);
      insert.setString(4, epoch);
      insert.executeUpdate();
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      // Another node was first; what it made is as good.
      if (Failure.of(e) != Failure.DUPLICATE) {
        throw e;
      }
    }
  }

  /** Forgets ids that turned out to be gone. */
  void forget(Collection<GroupName> groups) {
    groups.forEach(ids::remove);
  }

  /**
   * Locks groups in the order of their ids, as every node does, so that none waits for another in a
   * circle.
   *
   * @param leaveOutLocked whether to leave out those that somebody else has locked, instead of
   *     waiting
   * @return the streams of those that are there
   */
  Map<GroupName, Stream> lock(
      Connection connection, Map<GroupName, Long> groups, boolean leaveOutLocked)
      throws SQLException {
    List<Long> ascending = groups.values().stream().sorted().toList();
    Map<GroupName, Stream> streams = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, name, epoch, head FROM chat_group WHERE id IN "
                + Lists.marks(ascending.size())
                + " ORDER BY id FOR UPDATE"
                + (leaveOutLocked ? " SKIP LOCKED" : ""))) {
      for (int i = 0; i < ascending.size(); i++) {
        select.setLong(i + 1, ascending.get(i));
      }
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Stream stream = new Stream(rows.getLong(1), rows.getString(3), rows.getLong(4));
          streams.put(new GroupName(rows.getString(2)), stream);
        }
      }
    }
    // An id may be another group's by now, in a database that was put back to what it was.
    streams.keySet().retainAll(groups.keySet());
    return streams;
  }

  /** Stores where streams stand now. */
  void store(Connection connection, Collection<Stream> streams) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE chat_group SET head = ? WHERE id = ?")) {
      boolean moved = false;
      for (Stream stream : streams) {
        if (stream.hasMoved()) {
          update.setLong(1, stream.head());
          update.setLong(2, stream.group());
          update.addBatch();
          moved = true;
        }
      }
      if (moved) {
        update.executeBatch();
      }
    }
  }

  private long remember(GroupName group, long id) {
    if (ids.size() >= MAX_IDS) {
      ids.clear();
    }
    ids.put(group, id);
    return id;
  }
}
