package fanweb.platform.migration;

import com.mysql.cj.jdbc.MysqlDataSource;
import fanweb.system.MariaDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The databases everything must work on; each test gets an empty one. */
enum TestDatabase {
  H2,
  /** As in a stock server, told nothing. */
  FOREIGN_H2,
  MARIADB,
  MARIADB_BY_THE_DRIVER_OF_MYSQL,
  /**
   * A server somebody started: {@code -Dfanweb.it.mysql=jdbc:mysql://…/} with a slash at the end,
   * user and password {@code fan-web}, who may create databases.
   */
  MYSQL;

  /** All that are to be had here. */
  static Stream<TestDatabase> available() {
    return Stream.of(values())
        .filter(one -> one != MYSQL || System.getProperty("fanweb.it.mysql") != null);
  }

  DataSource create(MariaDb server) throws SQLException {
    return switch (this) {
      case H2 -> h2(";MODE=MySQL;DATABASE_TO_LOWER=TRUE");
      case FOREIGN_H2 -> h2("");
      case MARIADB -> server.dataSource(server.newDatabase());
      case MARIADB_BY_THE_DRIVER_OF_MYSQL ->
          mysql(
              server.url(server.newDatabase()).replace("mariadb", "mysql")
                  + "?useInformationSchema=false",
              server.user(),
              server.password());
      case MYSQL -> external();
    };
  }

  private static DataSource h2(String options) {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + options);
    return database;
  }

  private static DataSource external() throws SQLException {
    String server = System.getProperty("fanweb.it.mysql", "");
    String options = "?allowPublicKeyRetrieval=true";
    String name = "test-" + UUID.randomUUID();
    execute(
        mysql(server + options, "fan-web", "fan-web"),
        "CREATE DATABASE `" + name + "` CHARACTER SET utf8mb4");
    return mysql(server + name + options, "fan-web", "fan-web");
  }

  private static DataSource mysql(String url, String user, String password) {
    MysqlDataSource database = new MysqlDataSource();
    database.setURL(url);
    database.setUser(user);
    database.setPassword(password);
    return database;
  }

  /** A statement whose names are in backticks, as this database quotes them. */
  String quoted(String statement) {
    boolean isH2 = this == H2 || this == FOREIGN_H2;
    return isH2 ? statement.replace('`', '"') : statement;
  }

  /** Runs each. */
  static void execute(DataSource database, String... statements) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
