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
  /** The database does not take what it was given, and never will. */
  REFUSED,
  /** Anything else: it is full, read-only, being set up; the same may do later. */
  OTHER;

  private static final Set<Integer> DUPLICATES = Set.of(1062, 23505);

  /** Deadlocks, and H2's row that somebody else has just changed. */
  private static final Set<Integer> CONFLICTS = Set.of(1213, 1020, 40001, 90131);

  /** Lock waits, and statements stopped by MariaDB, MySQL and H2. */
  private static final Set<Integer> TIMEOUTS = Set.of(1205, 50200, 1969, 3024, 57014);

  /** H2: broken, closed, file lost, closing down, cannot be locked, remote is gone, I/O. */
  private static final Set<Integer> H2_GONE =
      Set.of(90067, 90098, 90007, 90121, 90020, 90028, 90031);

  /** MySQL, MariaDB: shutting down, connection aborted, connection killed. */
  private static final Set<Integer> INNODB_GONE = Set.of(1053, 1152, 1927);

  /** A character that does not fit, which has no state of its own. */
  private static final int INCORRECT_STRING = 1366;

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
    if (CONFLICTS.contains(e.getErrorCode()) || isOfClass("40001", e)) {
      return CONFLICT;
    }
    // Data exceptions, and constraints.
    if (isOfClass("22", e) || isOfClass("23", e) || e.getErrorCode() == INCORRECT_STRING) {
      return REFUSED;
    }
    // A batch hides what happened to it.
    return e.getCause() instanceof SQLException cause ? of(cause) : OTHER;
  }

  private static boolean isDisconnected(SQLException e) {
    return e instanceof SQLNonTransientConnectionException
        || e instanceof SQLTransientConnectionException
        || e instanceof SQLRecoverableException
        || isOfClass("08", e)
        || H2_GONE.contains(e.getErrorCode())
        || INNODB_GONE.contains(e.getErrorCode());
  }

  private static boolean isOfClass(String beginning, SQLException e) {
    String state = e.getSQLState();
    return state != null && state.startsWith(beginning);
  }
}
