package fanweb.platform.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * Lets one node at a time migrate. Flyway has a lock of its own, but makes and marks its history
 * table outside of it, and two nodes that meet an empty database there end with an error.
 */
final class MigrationLock implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 600;

  /** A lock of the database server's; its name may have 64 letters; MySQL 9 has no MD5. */
  private static final String NAME = "SHA2(CONCAT('fan-web ', DATABASE()), 224)";

  /** An embedded database is open in one process only. */
  private static final ReentrantLock HERE = new ReentrantLock();

  private final Connection connection;
  private final boolean isEmbedded;

  private MigrationLock(Connection connection, boolean isEmbedded) {
    this.connection = connection;
    this.isEmbedded = isEmbedded;
  }

  /**
   * Blocks until nobody else migrates this database; says so when it has to.
   *
   * @throws UnusableDatabaseException when somebody does so for ten minutes
   */
  static MigrationLock take(DataSource database, Progress progress) throws SQLException {
    Connection connection = database.getConnection();
    try {
      MigrationLock lock = new MigrationLock(connection, isEmbedded(connection));
      if (!lock.isFree()) {
        progress.waiting();
        lock.take();
      }
      return lock;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Whether a connection is one to an H2. */
  static boolean isEmbedded(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("H2");
  }

  /** Takes it if nobody has it. */
  private boolean isFree() throws SQLException {
    return isEmbedded ? HERE.tryLock() : ask("SELECT GET_LOCK(" + NAME + ", 0)");
  }

  private void take() throws SQLException {
    if (isEmbedded) {
      if (!tryHere()) {
        throw new UnusableDatabaseException("the database is still being migrated by this server");
      }
    } else if (!ask("SELECT GET_LOCK(" + NAME + ", " + PATIENCE_SECONDS + ")")) {
      throw new UnusableDatabaseException(
          "another node has been migrating the database for ten minutes: look at its log, or end"
              + " it");
    }
  }

  private static boolean tryHere() {
    try {
      return HERE.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whether the database is an H2, which runs in a server's process. */
  boolean isEmbedded() {
    return isEmbedded;
  }

  private boolean ask(String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      return answer.next() && answer.getInt(1) == 1;
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      if (isEmbedded) {
        HERE.unlock();
      } else {
        // The pool keeps the connection, and with it the lock.
        ask("SELECT RELEASE_LOCK(" + NAME + ")");
      }
    }
  }
}
