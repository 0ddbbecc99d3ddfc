package fanweb.chat.jdbc;

import fanweb.channel.GroupName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The rows of {@code chat_group}: finds them, creates them, locks them. Remembers their ids. */
final class GroupRows {
  /** Ids remembered; then it begins anew. */
  private static final int MAX_IDS = 50_000;

  /** How long a row may be locked by somebody else. */
  private static final int LOCK_SECONDS = 2;

  private final ConcurrentMap<GroupName, Long> ids = new ConcurrentHashMap<>();

  /** The id of a group, if it is stored. */
  Optional<Long> find(Connection connection, GroupName group) throws SQLException {
    Long known = ids.get(group);
    if (known != null) {
      return Optional.of(known);
    }
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id FROM chat_group WHERE name = ?")) {
      select.setString(1, group.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(remember(group, row.getLong(1))) : Optional.empty();
      }
    }
  }

  /**
   * The id of a group that is created when it is new, in a transaction of its own, which this
   * commits.
   *
   * @param epoch what the stream of a new one is called
   */
  long findOrCreate(Connection connection, GroupName group, String epoch, Instant at)
      throws SQLException {
    Optional<Long> known = find(connection, group);
    if (known.isPresent()) {
      return known.get();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO chat_group (name, created_at, last_active_at, epoch)"
                + " VALUES (?, ?, ?, ?)")) {
      LocalDateTime utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
      insert.setString(1, group.value());
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
    return find(connection, group).orElseThrow(() -> new SQLException("group is gone: " + group));
  }

  /** Forgets ids that turned out to be gone. */
  void forget(Collection<GroupName> groups) {
    groups.forEach(ids::remove);
  }

  /**
   * Locks groups in the order of their ids, as every node does, so that none waits for another in a
   * circle.
   *
   * @return the streams of those that are there, by id
   */
  Map<Long, Stream> lock(Connection connection, Collection<Long> groups) throws SQLException {
    Map<Long, Stream> streams = new TreeMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, epoch, head FROM chat_group WHERE id IN "
                + Lists.marks(groups.size())
                + " ORDER BY id FOR UPDATE")) {
      select.setQueryTimeout(LOCK_SECONDS);
      int place = 1;
      for (long id : groups) {
        select.setLong(place++, id);
      }
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          streams.put(rows.getLong(1), new Stream(rows.getString(2), rows.getLong(3)));
        }
      }
    }
    return streams;
  }

  /** Stores where streams stand now. */
  void store(Connection connection, Map<Long, Stream> streams) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE chat_group SET head = ? WHERE id = ?")) {
      for (Map.Entry<Long, Stream> stream : streams.entrySet()) {
        update.setLong(1, stream.getValue().head);
        update.setLong(2, stream.getKey());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private long remember(GroupName group, long id) {
    if (ids.size() >= MAX_IDS) {
      ids.clear();
    }
    ids.put(group, id);
    return id;
  }

  /** Where a locked group's stream stands. One thread. */
  static final class Stream {
    private final String epoch;
    private long head;

    Stream(String epoch, long head) {
      this.epoch = epoch;
      this.head = head;
    }

    String epoch() {
      return epoch;
    }

    /** The offset of the next event. */
    long next() {
      head++;
      return head;
    }
  }
}
