package fanweb.chat.jdbc;

import fanweb.channel.GroupName;
import fanweb.chat.Journal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far people said they have read. Any thread. */
final class ReadMarks {
  private static final String FIND =
      "SELECT p.pos FROM chat_read_position p JOIN chat_group g ON g.id = p.group_id"
          + " WHERE g.name = ? AND p.author_id = ?";

  private static final String UPDATE =
      "UPDATE chat_read_position SET pos = ? WHERE group_id = ? AND author_id = ? AND pos < ?";

  private static final String EXISTS =
      "SELECT pos FROM chat_read_position WHERE group_id = ? AND author_id = ?";

  private static final String INSERT =
      "INSERT INTO chat_read_position (pos, group_id, author_id) VALUES (?, ?, ?)";

  long find(Connection connection, Journal.Reader reader) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setString(1, reader.group().value());
      select.setString(2, reader.author());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  /**
   * Stores some within the connection's transaction, each forward only and not beyond what there
   * is; of groups that are not there, nothing.
   */
  boolean store(Connection connection, List<Map.Entry<Journal.Reader, Long>> positions)
      throws SQLException {
    List<Mark> marks = marks(connection, positions);
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      for (Mark mark : marks) {
        mark.set(update);
        update.setLong(4, mark.pos());
        update.addBatch();
      }
      int[] moved = marks.isEmpty() ? new int[0] : update.executeBatch();
      for (int i = 0; i < moved.length; i++) {
        if (moved[i] == 0) {
          begin(connection, marks.get(i));
        }
      }
    }
    return true;
  }

  /** What did not move is further already, or not there yet. */
  private static void begin(Connection connection, Mark mark) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(EXISTS)) {
      select.setLong(1, mark.group());
      select.setString(2, mark.author());
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          return;
        }
      }
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      mark.set(insert);
      insert.executeUpdate();
    } catch (SQLException e) {
      // Another node was first: the next word of this reader goes on from there.
      if (Failure.of(e) != Failure.DUPLICATE) {
        throw e;
      }
    }
  }

  /** In one order on every node, so that none waits for another in a circle. */
  private static List<Mark> marks(
      Connection connection, List<Map.Entry<Journal.Reader, Long>> positions) throws SQLException {
    Map<GroupName, Mark> heads = heads(connection, positions);
    List<Mark> marks = new ArrayList<>();
    for (Map.Entry<Journal.Reader, Long> one : positions) {
      Mark head = heads.get(one.getKey().group());
      if (head != null) {
        marks.add(
            new Mark(head.group(), one.getKey().author(), Math.min(one.getValue(), head.pos())));
      }
    }
    marks.sort(Comparator.comparingLong(Mark::group).thenComparing(Mark::author));
    return marks;
  }

  private static Map<GroupName, Mark> heads(
      Connection connection, List<Map.Entry<Journal.Reader, Long>> positions) throws SQLException {
    List<String> names =
        positions.stream().map(one -> one.getKey().group().value()).distinct().toList();
    Map<GroupName, Mark> heads = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT name, id, head FROM chat_group WHERE name IN " + Lists.marks(names.size()))) {
      for (int i = 0; i < names.size(); i++) {
        select.setString(i + 1, names.get(i));
      }
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          heads.put(
              new GroupName(rows.getString(1)), new Mark(rows.getLong(2), "", rows.getLong(3)));
        }
      }
    }
    return heads;
  }

  /** A place up to which somebody has read. */
  private record Mark(long group, String author, long pos) {
    void set(PreparedStatement statement) throws SQLException {
      statement.setLong(1, pos);
      statement.setLong(2, group);
      statement.setString(3, author);
    }
  }
}
