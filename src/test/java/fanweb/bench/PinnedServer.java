package fanweb.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The provisioned server as a process of its own on the first core, without a rate limit. */
final class PinnedServer implements AutoCloseable {
  private final Process process;
  private final int port;

  private PinnedServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts one on its embedded database. */
  static PinnedServer start(Path home) throws IOException {
    return start(home, Map.of(), List.of());
  }

  /**
   * Starts one with further environment variables.
   *
   * @param scheduling a command that runs its arguments under another policy of the kernel; empty
   *     for the usual one
   */
  static PinnedServer start(Path home, Map<String, String> environment, List<String> scheduling)
      throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>(List.of("taskset", "-c", "0"));
    command.addAll(scheduling);
    command.addAll(
        List.of(
            home.resolve("bin/standalone.sh").toString(),
            "-Djboss.http.port=" + port,
            "-Djboss.management.http.port=" + freePort(),
            "-Dfanweb.data=" + home.resolveSibling("bench-data")));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("FANWEB_CHAT_RATE_PER_SECOND", "0");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(home.resolveSibling("bench-server.log").toFile());
    PinnedServer server = new PinnedServer(builder.start(), port);
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(server::isReady);
    return server;
  }

  int port() {
    return port;
  }

  /** The pid of the process all others of the server descend from. */
  long pid() {
    return process.pid();
  }

  private boolean isReady() {
    try {
      URI ready = URI.create("http://127.0.0.1:" + port + "/health/ready");
      return ((HttpURLConnection) ready.toURL().openConnection()).getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
