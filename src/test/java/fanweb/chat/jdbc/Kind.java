package fanweb.chat.jdbc;

import com.mysql.cj.jdbc.MysqlDataSource;
import fanweb.system.MariaDb;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/** The databases a journal must be trusted on. */
public enum Kind {
  /** As our server sets it up, in a folder of its own. */
  H2_FILE,
  /** As our server's, in memory. */
  H2_MEMORY,
  /** As in a stock server, told nothing but what a migration tells it. */
  STOCK_H2,
  /** By its own driver. */
  MARIADB,
  /** By the driver of MySQL. */
  MARIADB_BY_THE_DRIVER_OF_MYSQL,
  /**
   * A server somebody started: {@code -Dfanweb.it.mysql=jdbc:mysql://…/} with a slash at the end,
   * user and password {@code fan-web}, who may create databases.
   */
  MYSQL;

  private static final String OURS = ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0";

  /** All that are to be had here. */
  public static Stream<Kind> available() {
    return Stream.of(values())
        .filter(one -> one != MYSQL || System.getProperty("fanweb.it.mysql") != null);
  }

  /** Those that are asked over a network. */
  public static Stream<Kind> remote() {
    return available().filter(one -> !one.isH2());
  }

  /** MariaDB, by each driver. */
  public static Stream<Kind> ofMariaDb() {
    return available().filter(Kind::isMariaDb);
  }

  boolean isH2() {
    return this == H2_FILE || this == H2_MEMORY || this == STOCK_H2;
  }

  boolean isMariaDb() {
    return this == MARIADB || this == MARIADB_BY_THE_DRIVER_OF_MYSQL;
  }

  /**
   * An empty, migrated one; its connections commit by themselves.
   *
   * @param server where those of MariaDB are made
   */
  public DataSource create(Supplier<MariaDb> server) throws SQLException {
    return create(server, "chat");
  }

  /** The same with the tables of one feature. */
  public DataSource create(Supplier<MariaDb> server, String feature) throws SQLException {
    DataSource database = open(server);
    if (this == STOCK_H2) {
      try (Connection connection = database.getConnection()) {
        connection.createStatement().execute("SET MODE MySQL");
      }
    }
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration/" + feature)
        .load()
        .migrate();
    return database;
  }

  private DataSource open(Supplier<MariaDb> server) throws SQLException {
    String name = UUID.randomUUID().toString();
    return switch (this) {
      case H2_FILE -> h2("file:" + Path.of("target", "journals", name).toAbsolutePath() + OURS);
      case H2_MEMORY -> h2("mem:" + name + OURS);
      case STOCK_H2 -> h2("mem:" + name);
      case MARIADB -> server.get().dataSource(server.get().newDatabase());
      case MARIADB_BY_THE_DRIVER_OF_MYSQL -> byTheDriverOfMysql(server.get(), "");
      case MYSQL -> external(name);
    };
  }

  /** A database of MariaDB's by MySQL's driver. */
  public static DataSource byTheDriverOfMysql(MariaDb server, String options) {
    String url = server.url(server.newDatabase()).replace("mariadb", "mysql");
    return mysql(url + "?useInformationSchema=false" + options, server.user(), server.password());
  }

  private static DataSource h2(String url) {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:" + url + ";DB_CLOSE_DELAY=-1");
    return database;
  }

  private static DataSource external(String name) throws SQLException {
    String server = System.getProperty("fanweb.it.mysql", "");
    String options = "?allowPublicKeyRetrieval=true";
    try (Connection connection = mysql(server + options, "fan-web", "fan-web").getConnection()) {
      connection.createStatement().execute("CREATE DATABASE `" + name + "` CHARACTER SET utf8mb4");
    }
    return mysql(server + name + options, "fan-web", "fan-web");
  }

  private static DataSource mysql(String url, String user, String password) {
    MysqlDataSource database = new MysqlDataSource();
    database.setURL(url);
    database.setUser(user);
    database.setPassword(password);
    return database;
  }
}
