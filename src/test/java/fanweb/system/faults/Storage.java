package fanweb.system.faults;

import fanweb.system.MariaDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Where a server keeps what is said.
 *
 * @param environment the server's settings for it
 * @param database the same place past the server; of an embedded one, when the server is down
 */
record Storage(Map<String, String> environment, DataSource database) {
  /** The embedded database of a server with its data in this folder. */
  static Storage h2(Path folder) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:file:" + folder.resolve("data/fan-web") + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE");
    source.setUser("sa");
    source.setPassword("fan-web");
    return new Storage(Map.of(), source);
  }

  /** A new database in this MariaDB. */
  static Storage in(MariaDb server) throws SQLException {
    String database = server.newDatabase();
    return new Storage(
        Map.of(
            "FANWEB_DB_DRIVER", "mariadb",
            "FANWEB_DB_URL", server.url(database),
            "FANWEB_DB_USER", server.user(),
            "FANWEB_DB_PASSWORD", server.password()),
        server.dataSource(database));
  }
}
