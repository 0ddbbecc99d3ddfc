package fanweb.platform.migration;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.sql.DataSource;

/**
 * Whether a commit outlives the process that made it. Corrects what can be corrected, warns of the
 * rest; nothing here ends the start.
 */
public final class Durability {
  private static final String H2_DELAY =
      "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY'";

  private final DataSource database;
  private final BiConsumer<Level, String> log;

  /**
   * Of this database.
   *
   * @param log hears what was corrected ({@code INFO}) and what cannot be ({@code WARNING})
   */
  public Durability(DataSource database, BiConsumer<Level, String> log) {
    this.database = database;
    this.log = log;
  }

  /** Looks once and changes nothing; tells of what cannot be corrected. */
  public void look() {
    look(h2 -> {});
  }

  /** Looks once, corrects what can be, and tells of that and of what cannot. */
  public void correct() {
    look(this::writeAtOnce);
  }

  private void look(H2Correction correction) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      switch (connection.getMetaData().getDatabaseProductName()) {
        case "H2" -> h2(connection.getMetaData().getURL(), statement, correction);
        case "MySQL", "MariaDB" -> innodb(statement);
        default ->
            log.accept(Level.WARNING, "nobody has tried how this database keeps its commits");
      }
    } catch (SQLException e) {
      log.accept(
          Level.WARNING, "how the database keeps its commits is not known: " + e.getMessage());
    }
  }

  private void h2(String url, Statement statement, H2Correction correction) throws SQLException {
    if (url.startsWith("jdbc:h2:mem:")) {
      log.accept(
          Level.WARNING,
          "the database is in memory: nothing it stores outlives this process; to keep it, give the"
              + " server's default datasource a file or another database");
    } else if (!value(H2_DELAY, statement).equals(Optional.of("0"))) {
      correction.of(statement);
    }
  }

  private void writeAtOnce(Statement statement) throws SQLException {
    statement.execute("SET WRITE_DELAY 0");
    log.accept(
        Level.INFO,
        "the database wrote its commits late, which a killed process would have lost: now it"
            + " writes them at once (WRITE_DELAY=0)");
  }

  private void innodb(Statement statement) throws SQLException {
    String flush = value("SELECT @@innodb_flush_log_at_trx_commit", statement).orElse("1");
    if (!flush.equals("1")) {
      log.accept(
          Level.WARNING,
          "innodb_flush_log_at_trx_commit="
              + flush
              + ": "
              + (flush.equals("2") ? "a power cut" : "a crash of the database and a power cut")
              + " may lose the commits of the last second; 1 loses none");
    }
  }

  private static Optional<String> value(String query, Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
    }
  }

  /** What is done about an H2 that writes late. */
  private interface H2Correction {
    void of(Statement statement) throws SQLException;
  }
}
