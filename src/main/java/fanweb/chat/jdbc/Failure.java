package fanweb.chat.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What a database means by an error, whichever it is: H2, MySQL or MariaDB. */
enum Failure {
  /** A row with this key is there already. */
  DUPLICATE,
  /** Two transactions were in each other's way; the same again may do. */
  CONFLICT,
  /** A row was locked for too long, or a statement took too long. */
  TIMEOUT,
  /** The line to the database is gone. */
  DISCONNECTED,
  /** The database does not take what it was given. */
  REFUSED;

  private static final Set<Integer> DUPLICATES = Set.of(1062, 23505);

  /** Deadlocks, and H2's row that somebody else has just changed. */
  private static final Set<Integer> CONFLICTS = Set.of(1213, 1020, 40001, 90131);

  /** Lock waits, and statements stopped by MariaDB, MySQL and H2. */
  private static final Set<Integer> TIMEOUTS = Set.of(1205, 50200, 1969, 3024, 57014);

  /** H2: broken, closed, file lost, closing down, cannot be locked, remote is gone, I/O. */
  private static final Set<Integer> H2_GONE =
      Set.of(90067, 90098, 90007, 90121, 90020, 90028, 90031);

  static Failure of(SQLException e) {
    if (DUPLICATES.contains(e.getErrorCode())) {
      return DUPLICATE;
    }
    if (isDisconnected(e)) {
      return DISCONNECTED;
    }
    if (TIMEOUTS.contains(e.getErrorCode()) || e instanceof SQLTimeoutException) {
      return TIMEOUT;
    }
    return CONFLICTS.contains(e.getErrorCode()) || "40001".equals(e.getSQLState())
        ? CONFLICT
        : REFUSED;
  }

  private static boolean isDisconnected(SQLException e) {
    String state = e.getSQLState();
    return e instanceof SQLNonTransientConnectionException
        || e instanceof SQLTransientConnectionException
        || e instanceof SQLRecoverableException
        || (state != null && state.startsWith("08"))
        || H2_GONE.contains(e.getErrorCode());
  }
}
