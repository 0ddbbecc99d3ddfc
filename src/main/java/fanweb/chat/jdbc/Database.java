package fanweb.chat.jdbc;

import fanweb.chat.JournalException;
import fanweb.chat.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Does work over connections of a data source and says what went wrong in the journal's words. */
final class Database {
  /** After this a database that has stopped is as good as one that is gone. */
  private static final int NETWORK_MILLIS = 10_000;

  private final DataSource source;
  private volatile @Nullable Kind kind;

  Database(DataSource source) {
    this.source = source;
  }

  /** Whether what is committed outlives the process. */
  boolean isDurable() {
    return read(connection -> kind(connection) != Kind.MEMORY);
  }

  /** Does work that changes nothing. */
  <T> T read(Work<T> work) {
    try (Connection connection = open()) {
      return work.with(connection);
    } catch (SQLException e) {
      throw new JournalException(Refusal.UNAVAILABLE, false, e);
    }
  }

  /** Does work in a transaction; when it is over it is committed, and safe. */
  <T> T transaction(Work<T> work) {
    try (Connection connection = open()) {
      connection.setAutoCommit(false);
      try {
        T result = undone(connection, work);
        commit(connection);
        return result;
      } finally {
        giveBack(connection);
      }
    } catch (SQLException e) {
      throw new JournalException(Refusal.UNAVAILABLE, false, e);
    }
  }

  /** Work that leaves nothing behind when it fails. */
  private static <T> T undone(Connection connection, Work<T> work) throws SQLException {
    try {
      return work.with(connection);
    } catch (SQLException e) {
      if (Failure.of(e) == Failure.DISCONNECTED) {
        throw e;
      }
      connection.rollback();
      boolean refused = Failure.of(e) == Failure.REFUSED || Failure.of(e) == Failure.DUPLICATE;
      throw new JournalException(refused ? Refusal.REJECTED : Refusal.UNAVAILABLE, true, e);
    } catch (RuntimeException e) {
      connection.rollback();
      throw e;
    }
  }

  /**
   * Commits. H2 has written by then what it commits; only this makes the disk have it too, so that
   * it survives a power cut.
   */
  private void commit(Connection connection) throws SQLException {
    connection.commit();
    if (kind(connection) == Kind.H2_FILE) {
      try (Statement sync = connection.createStatement()) {
        sync.execute("CHECKPOINT SYNC");
      }
    }
  }

  private Connection open() throws SQLException {
    Connection connection = source.getConnection();
    connection.setNetworkTimeout(Runnable::run, NETWORK_MILLIS);
    return connection;
  }

  private static void giveBack(Connection connection) {
    try {
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      // It is broken, and the pool will find out.
      System.getLogger(Database.class.getName())
          .log(System.Logger.Level.DEBUG, "event=connection_broken", e);
    }
  }

  private Kind kind(Connection connection) throws SQLException {
    Kind known = kind;
    if (known == null) {
      String url = connection.getMetaData().getURL();
      known = url.startsWith("jdbc:h2:mem:") ? Kind.MEMORY : Kind.OTHER;
      known = url.startsWith("jdbc:h2:") && known == Kind.OTHER ? Kind.H2_FILE : known;
      kind = known;
    }
    return known;
  }

  private enum Kind {
    MEMORY,
    H2_FILE,
    OTHER
  }

  /** What is done over a connection. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }
}
