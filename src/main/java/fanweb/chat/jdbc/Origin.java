package fanweb.chat.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What streams are called in this database before anything was said in them. Any thread. */
final class Origin {
  private final Supplier<String> epochs;
  private volatile @Nullable String known;

  /**
   * Makes one that has not looked yet.
   *
   * @param epochs names it in a database where nobody has asked before
   */
  Origin(Supplier<String> epochs) {
    this.epochs = epochs;
  }

  /** The name, if somebody asked before. */
  Optional<String> known() {
    return Optional.ofNullable(known);
  }

  /** The name: of all nodes that ask at once one writes it, and all read it. */
  String of(Connection connection) throws SQLException {
    Optional<String> stored = find(connection);
    if (stored.isEmpty()) {
      create(connection);
      stored = find(connection);
    }
    String epoch = stored.orElseThrow(() -> new SQLException("deleted at once", "40001"));
    known = epoch;
    return epoch;
  }

  private static Optional<String> find(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT epoch FROM chat_origin WHERE id = 1");
        ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }

  private void create(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO chat_origin (id, epoch) VALUES (1, ?)")) {
      insert.setString(1, epochs.get());
      insert.executeUpdate();
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      // Another node was first; what it wrote is as good.
      if (Failure.of(e) != Failure.DUPLICATE) {
        throw e;
      }
    }
  }
}
