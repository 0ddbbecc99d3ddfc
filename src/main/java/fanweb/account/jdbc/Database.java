package fanweb.account.jdbc;

import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements over connections of a data source that are in the caller's transaction if there
 * is one, and else commit by themselves. A database that does not answer is {@link Reason#BUSY}.
 */
final class Database {
  private static final Logger LOG = System.getLogger(Database.class.getName());

  /** After this a database that has stopped is as good as one that is gone. */
  private static final int NETWORK_MILLIS = 10_000;

  private static final Set<Integer> DUPLICATES = Set.of(1062, 23505);

  private final DataSource source;

  Database(DataSource source) {
    this.source = source;
  }

  /** How many rows it changed. */
  int update(String sql, @Nullable Object... values) {
    return changed(sql, false, values);
  }

  /** The same; false when a row with the same key is there already. */
  boolean updateUnlessTaken(String sql, @Nullable Object... values) {
    return changed(sql, true, values) >= 0;
  }

  /** The number that the database gave to a new row; empty when its key is taken. */
  Optional<Long> insert(String sql, @Nullable Object... values) {
    return with(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            bind(statement, values);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
              keys.next();
              return Optional.of(keys.getLong(1));
            }
          } catch (SQLException e) {
            if (isDuplicate(e)) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... values) {
    return list(sql, reader, values).stream().findFirst();
  }

  <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... values) {
    return with(
        connection -> {
          List<T> found = new ArrayList<>();
          try (PreparedStatement statement = prepare(connection, sql, values);
              ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              found.add(reader.read(rows));
            }
          }
          return found;
        });
  }

  private int changed(String sql, boolean mayBeTaken, @Nullable Object... values) {
    return with(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
          } catch (SQLException e) {
            if (mayBeTaken && isDuplicate(e)) {
              return -1;
            }
            throw e;
          }
        });
  }

  private <T> T with(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      int before = connection.getNetworkTimeout();
      connection.setNetworkTimeout(Runnable::run, NETWORK_MILLIS);
      try {
        return work.over(connection);
      } finally {
        restore(connection, before);
      }
    } catch (SQLException e) {
      if (isOurFault(e)) {
        throw new IllegalStateException(e);
      }
      LOG.log(Level.WARNING, "event=accounts_unavailable", e);
      throw new RefusedException(Reason.BUSY, "The database does not answer: try again");
    }
  }

  /** Leaves a connection as it was; one that is broken the pool will find out about. */
  private static void restore(Connection connection, int networkMillis) {
    try {
      connection.setNetworkTimeout(Runnable::run, networkMillis);
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "event=connection_broken", e);
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    bind(statement, values);
    return statement;
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private static boolean isDuplicate(SQLException e) {
    return DUPLICATES.contains(e.getErrorCode());
  }

  /** A statement or a value that will never do: data exceptions, constraints, access, syntax. */
  private static boolean isOurFault(SQLException e) {
    String state = e.getSQLState();
    return state != null
        && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
  }

  /** Makes something of a row. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  @FunctionalInterface
  private interface Work<T> {
    T over(Connection connection) throws SQLException;
  }
}
