package fanweb.system.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A group's stream as it stands in the database.
 *
 * @param head its last offset, as the group's row says
 * @param messages its rows in the order of their offsets
 */
record StoredStream(String epoch, long head, List<Row> messages) {
  /** Takes them over. */
  StoredStream {
    messages = List.copyOf(messages);
  }

  /** A stored message. */
  record Row(long offset, @Nullable String key, String text) {}

  /** Reads all streams, by group, past the server. */
  static Map<String, StoredStream> readAll(DataSource database) throws SQLException {
    Map<String, StoredStream> streams = new TreeMap<>();
    try (Connection connection = database.getConnection();
        ResultSet groups =
            connection.createStatement().executeQuery("SELECT name, epoch, head FROM chat_group")) {
      while (groups.next()) {
        String name = groups.getString(1);
        List<Row> rows = rows(connection, name);
        streams.put(name, new StoredStream(groups.getString(2), groups.getLong(3), rows));
      }
    }
    return streams;
  }

  private static List<Row> rows(Connection connection, String group) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (var select =
        connection.prepareStatement(
            "SELECT m.pos, m.pub_key, m.body FROM chat_message m JOIN chat_group g"
                + " ON g.id = m.group_id WHERE g.name = ? ORDER BY m.pos")) {
      select.setString(1, group);
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          rows.add(new Row(found.getLong(1), found.getString(2), found.getString(3)));
        }
      }
    }
    return rows;
  }
}
