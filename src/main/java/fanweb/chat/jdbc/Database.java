package fanweb.chat.jdbc;

import fanweb.chat.JournalException;
import fanweb.chat.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Does work over connections of a data source and says what went wrong in the journal's words. */
final class Database {
  /** After this a database that has stopped is as good as one that is gone. */
  private static final int NETWORK_MILLIS = 10_000;

  private final DataSource source;
  private volatile @Nullable Engine engine;

  Database(DataSource source) {
    this.source = source;
  }

  /** Whether what is committed outlives the process. Asks the database only when nobody has yet. */
  boolean isDurable() {
    Engine known = engine;
    return (known == null ? read(this::engine) : known) != Engine.H2_MEMORY;
  }

  /** Does work that changes nothing. */
  <T> T read(Work<T> work) {
    try {
      return connected(work);
    } catch (SQLException e) {
      throw new JournalException(Refusal.UNAVAILABLE, false, e);
    }
  }

  /** Does work in a transaction; when it is over it is committed, and safe. */
  <T> T transaction(Work<T> work) {
    return read(
        connection -> {
          Engine how = engine(connection);
          how.prepare(connection);
          connection.setAutoCommit(false);
          try {
            T result = undone(connection, work);
            connection.commit();
            how.sync(connection);
            return result;
          } finally {
            restore(() -> connection.setAutoCommit(true));
          }
        });
  }

  /** Work that leaves nothing behind when it fails. */
  private static <T> T undone(Connection connection, Work<T> work) throws SQLException {
    try {
      return work.with(connection);
    } catch (SQLException e) {
      Failure failure = Failure.of(e);
      if (failure == Failure.DISCONNECTED) {
        // A line that only seems gone would commit what it has when it is given back.
        restore(connection::rollback);
        throw e;
      }
      connection.rollback();
      boolean refused = failure == Failure.REFUSED || failure == Failure.DUPLICATE;
      throw new JournalException(refused ? Refusal.REJECTED : Refusal.UNAVAILABLE, true, e);
    } catch (RuntimeException | Error e) {
      // A connection that is given back commits what it has.
      connection.rollback();
      throw e;
    }
  }

  private <T> T connected(Work<T> work) throws SQLException {
    try (Connection connection = source.getConnection()) {
      int before = connection.getNetworkTimeout();
      connection.setNetworkTimeout(Runnable::run, NETWORK_MILLIS);
      try {
        engine(connection);
        return work.with(connection);
      } finally {
        restore(() -> connection.setNetworkTimeout(Runnable::run, before));
      }
    }
  }

  private Engine engine(Connection connection) throws SQLException {
    Engine known = engine;
    if (known == null) {
      known = Engine.of(connection);
      engine = known;
    }
    return known;
  }

  /** Leaves a connection as it was; one that is broken the pool will find out about. */
  private static void restore(Step step) {
    try {
      step.run();
    } catch (SQLException e) {
      System.getLogger(Database.class.getName())
          .log(System.Logger.Level.DEBUG, "event=connection_broken", e);
    }
  }

  /** What is done over a connection. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  @FunctionalInterface
  private interface Step {
    void run() throws SQLException;
  }
}
