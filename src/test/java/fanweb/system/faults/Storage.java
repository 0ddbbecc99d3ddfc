package fanweb.system.faults;

import fanweb.system.BreakableLine;
import fanweb.system.MariaDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Where a server keeps what is said.
 *
 * @param environment the server's settings for it
 * @param database the same place past the server; of an embedded one, when the server is down
 */
record Storage(Map<String, String> environment, DataSource database) {
  private static final String URL = "FANWEB_DB_URL";
  private static final Pattern PORT = Pattern.compile(":\\d+");

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
            "FANWEB_DB_DRIVER",
            "mariadb",
            URL,
            server.url(database),
            "FANWEB_DB_USER",
            server.user(),
            "FANWEB_DB_PASSWORD",
            server.password()),
        server.dataSource(database));
  }

  /** A server's settings for the same place at the other end of a line that leads there. */
  Map<String, String> through(BreakableLine line) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.computeIfPresent(URL, (name, url) -> PORT.matcher(url).replaceFirst(":" + line.port()));
    return changed;
  }
}
