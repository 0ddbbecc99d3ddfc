package fanweb.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;
import redis.clients.jedis.Jedis;
import redis.embedded.core.ExecutableProvider;

/**
 * A real Redis on a port of its own that keeps nothing on disk. Tests take the one of the whole run
 * as a parameter ({@link NeedsRedis}) and a database number of their own; one that stops it starts
 * its own.
 */
public final class Redis implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path folder;
  private final int port;
  private final List<String> command;
  private Process process;

  private Redis(Path folder, int port, List<String> command) throws IOException {
    this.folder = folder;
    this.port = port;
    this.command = command;
    this.process = launch();
  }

  /** Starts one that nobody else uses; the caller closes it. */
  public static Redis start(String... options) {
    try {
      Path folder = newFolder();
      List<String> all = new ArrayList<>(List.of("--save", "", "--appendonly", "no"));
      all.addAll(List.of(options));
      return start(folder, all, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a Sentinel that knows a master; the caller closes it. */
  public static Redis startSentinel(String name, int master) {
    try {
      Path folder = newFolder();
      Path file =
          Files.writeString(
              folder.resolve("sentinel.conf"),
              "sentinel monitor " + name + " 127.0.0.1 " + master + " 1");
      return start(folder, List.of(file.toString()), List.of("--sentinel"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path newFolder() throws IOException {
    return Files.createTempDirectory("fan-web-redis");
  }

  private static Redis start(Path folder, List<String> first, List<String> last)
      throws IOException {
    Path program = ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
    int port = freePort();
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(first);
    command.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1"));
    command.addAll(List.of("--dir", folder.toString()));
    command.addAll(last);
    Redis started = new Redis(folder, port, command);
    started.awaitAnswer();
    return started;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process launch() throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  private void awaitAnswer() {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () -> {
              try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return true;
              }
            });
  }

  /** The port it listens on, of 127.0.0.1 alone. */
  public int port() {
    return port;
  }

  /** The URL of one of its databases. */
  public String url(int database) {
    return "redis://127.0.0.1:" + port + "/" + database;
  }

  /** A connection, for looking into it; the caller closes it. */
  public Jedis connect() {
    return new Jedis("127.0.0.1", port);
  }

  /** Ends it as a crash does, with all that it knew. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Starts it again, empty, on the same port. */
  public void resume() throws IOException {
    process = launch();
    awaitAnswer();
  }

  /**
   * Stops it so that it keeps its connections and answers nobody, or lets it go on.
   *
   * @param stop whether to stop it
   */
  public void freeze(boolean stop) throws IOException, InterruptedException {
    String signal = stop ? "-STOP" : "-CONT";
    new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    kill();
    FileUtils.deleteDirectory(folder.toFile());
  }
}
