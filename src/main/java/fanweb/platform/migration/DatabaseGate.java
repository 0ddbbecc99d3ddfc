package fanweb.platform.migration;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Lets the start go on once the database gives a connection. One that does not answer is asked
 * again for a minute, for machines that boot together; what waiting does not mend ends at once.
 */
final class DatabaseGate {
  /** How long an absent database is waited for. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** How long between two attempts. */
  static final Duration INTERVAL = Duration.ofSeconds(5);

  private static final Logger LOG = System.getLogger(DatabaseGate.class.getName());

  private final DatabasePlace place;
  private final InstantSource clock;
  private final Pause pause;

  DatabaseGate(DatabasePlace place, InstantSource clock, Pause pause) {
    this.place = place;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Blocks until there is a connection.
   *
   * @throws UnusableDatabaseException when there is none and waiting does not help or is over
   */
  void await(DataSource database) {
    Instant end = clock.instant().plus(PATIENCE);
    Optional<SQLException> failure = ask(database);
    boolean waited = failure.isPresent();
    while (failure.isPresent()) {
      Duration left = Duration.between(clock.instant(), end);
      String line = lineToWaitFor(failure.get(), left);
      LOG.log(Level.WARNING, "{0}; trying again for {1} seconds", line, left.toSeconds());
      rest();
      failure = ask(database);
    }
    if (waited) {
      LOG.log(Level.INFO, "the database " + place.name() + " answers now");
    }
  }

  private static Optional<SQLException> ask(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return connection.isValid((int) INTERVAL.toSeconds())
          ? Optional.empty()
          : Optional.of(new SQLException("it gave a dead connection", "08S01"));
    } catch (SQLException e) {
      return Optional.of(e);
    }
  }

  private String lineToWaitFor(SQLException failure, Duration left) {
    ConnectionFailure kind = ConnectionFailure.of(failure);
    String line = place.line(kind, failure);
    if (kind == ConnectionFailure.OTHER) {
      throw new UnusableDatabaseException(line, failure);
    }
    if (kind != ConnectionFailure.ABSENT || left.isNegative() || left.isZero()) {
      // What the chain of causes says more is what server and driver went through.
      throw new UnusableDatabaseException(line);
    }
    return line;
  }

  private void rest() {
    try {
      pause.last(INTERVAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnusableDatabaseException("stopped while it waited for the database", e);
    }
  }

  /** Lets time pass. */
  @FunctionalInterface
  interface Pause {
    /** Returns when it has passed. */
    void last(Duration time) throws InterruptedException;
  }
}
