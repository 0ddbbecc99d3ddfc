package fanweb.system.api;

import fanweb.system.LaunchedServer;
import fanweb.system.MariaDb;
import fanweb.system.NeedsMariaDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server with an open API, by settings alone. */
record ApiServer(LaunchedServer server, Path folder) implements AutoCloseable {
  static final String TOKEN = "only-for-tests-0123456789abcdef0123456789";

  /** The one of the run on this database; JUnit closes it at the end. */
  static ApiServer shared(Database database, ExtensionContext test) {
    return test.getRoot()
        .getStore(ExtensionContext.Namespace.create(ApiServer.class))
        .computeIfAbsent(database, key -> start(database, test), ApiServer.class);
  }

  private static ApiServer start(Database database, ExtensionContext test) {
    Map<String, String> environment =
        switch (database) {
          case H2 -> Map.of("FANWEB_API_TOKEN", TOKEN);
          case MARIADB -> onMariaDb(NeedsMariaDb.shared(test));
        };
    try {
      Path folder = Files.createTempDirectory("fan-web-api");
      return new ApiServer(LaunchedServer.start(folder, environment).awaitReady(), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> onMariaDb(MariaDb server) {
    return onMariaDb(server, server.newDatabase());
  }

  /** The settings for one on that database. */
  static Map<String, String> onMariaDb(MariaDb server, String database) {
    return Map.of(
        "FANWEB_API_TOKEN", TOKEN,
        "FANWEB_DB_DRIVER", "mariadb",
        "FANWEB_DB_URL", server.url(database),
        "FANWEB_DB_USER", server.user(),
        "FANWEB_DB_PASSWORD", server.password());
  }

  @Override
  public void close() throws IOException {
    server.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
