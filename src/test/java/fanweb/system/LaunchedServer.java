package fanweb.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The provisioned server as a person starts it, without Maven: {@code
 * target/server/bin/standalone.sh}, on ports of its own. Killed when it is closed.
 */
public final class LaunchedServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int SHOWN_LETTERS = 4000;
  private static final String HOME = System.getProperty("fanweb.it.server");

  /** Options of its Java, which the build chooses: quick to start, or as in production. */
  private static final String JAVA = System.getProperty("fanweb.it.java");

  /** What a deployment scanner notes beside a deployment. */
  private static final Pattern MARK = Pattern.compile("\\.war\\.[a-z]+$");

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final ProcessBuilder builder;
  private final Process script;
  private final int port;
  private final Path output;

  private LaunchedServer(ProcessBuilder builder, int port, Path output) throws IOException {
    this.builder = builder;
    this.script = builder.redirectOutput(output.toFile()).start();
    this.port = port;
    this.output = output;
  }

  /**
   * Starts one and does not wait for it.
   *
   * @param folder where it keeps its data ({@code data}) and its logs; may be that of an earlier
   *     one
   * @param environment variables besides those of this process, as in {@code FANWEB_DB_URL}
   * @param arguments of standalone.sh, as in {@code -Dfanweb.mode=production}
   */
  public static LaunchedServer start(
      Path folder, Map<String, String> environment, String... arguments) throws IOException {
    int port = freePort();
    List<String> command =
        new ArrayList<>(
            List.of(
                HOME + "/bin/standalone.sh",
                "--read-only-server-config=standalone.xml",
                "-Djboss.http.port=" + port,
                "-Djboss.management.http.port=" + freePort(),
                "-Djboss.server.base.dir=" + baseIn(folder),
                "-Dfanweb.data=" + folder.resolve("data")));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("FANWEB_"));
    builder.environment().put("JBOSS_JAVA_SIZING", JAVA);
    builder.environment().putAll(environment);
    return new LaunchedServer(builder, port, newOutput(folder));
  }

  /**
   * Starts the same again, after this one has ended: same port, data and settings. Does not wait.
   */
  public LaunchedServer again() throws IOException {
    return new LaunchedServer(builder, port, newOutput(output.resolveSibling("")));
  }

  /**
   * A base directory of its own, with the packaged configuration and deployment: of two servers
   * that share one, each empties the other's temporary files and reads its deployment's marks.
   */
  private static Path baseIn(Path folder) throws IOException {
    Path base = folder.resolve("server");
    if (!Files.exists(base)) {
      for (String part : List.of("configuration", "deployments", "lib")) {
        copy(Path.of(HOME, "standalone", part), base.resolve(part));
      }
    }
    return base;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else if (!MARK.matcher(file.toString()).find()) {
          Files.copy(file, copy);
        }
      }
    }
  }

  private static Path newOutput(Path folder) throws IOException {
    return Files.createTempFile(folder, "server", ".log");
  }

  /** The port of its pages, of 127.0.0.1 alone. */
  public int port() {
    return port;
  }

  /** Where a path is, as an address of the given scheme; the path may have any letters. */
  public URI at(String scheme, String path) {
    return URI.create(URI.create(scheme + "://127.0.0.1:" + port + path).toASCIIString());
  }

  /** Asks for a page. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(at("http", path)).timeout(Duration.ofSeconds(20)).build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  /** What a page says; empty when it does not answer. */
  public String page(String path) {
    try {
      return get(path).body();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** All that it has said so far. */
  public String log() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it greets, after which it answers; returns itself. Knows when it never will. */
  public LaunchedServer awaitReady() {
    awaitLine("Fan-Web is ready", "WFLYSRV0026");
    return this;
  }

  /** Waits until it has said this; a server that ends before fails at once, with its last words. */
  public void awaitLine(String text) {
    awaitLine(text, "no server ever said this");
  }

  private void awaitLine(String text, String hopeless) {
    try {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(100))
          .until(() -> log().contains(text) || log().contains(hopeless) || !script.isAlive());
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("It never said: " + text + lastWords(), e);
    }
    if (!log().contains(text)) {
      throw new AssertionError("It failed and did not say: " + text + lastWords());
    }
  }

  /** Waits until the script has ended; its exit code. */
  public int awaitEnd() throws Exception {
    return script.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS).exitValue();
  }

  /** The script that keeps the server. */
  public Process script() {
    return script;
  }

  /** The server's own process, a child of the script's. */
  public ProcessHandle server() {
    return script.descendants().reduce((shell, java) -> java).orElseThrow();
  }

  /** Ends the server without asking it, as a crash does, and waits until it is gone. */
  public void kill() throws Exception {
    ProcessHandle server = server();
    server.destroyForcibly();
    server.onExit().get(30, TimeUnit.SECONDS);
  }

  /**
   * Stops it so that it keeps its connections and answers nobody, or lets it go on.
   *
   * @param stop whether to stop it
   */
  public void freeze(boolean stop) throws IOException, InterruptedException {
    String signal = stop ? "-STOP" : "-CONT";
    new ProcessBuilder("kill", signal, Long.toString(server().pid())).start().waitFor();
  }

  /**
   * Asks the server to end, as Ctrl-C and service managers do (SIGTERM), and waits until it is
   * gone.
   *
   * @throws java.util.concurrent.TimeoutException when it is still there after so long
   */
  public void stop(Duration patience) throws Exception {
    ProcessHandle server = server();
    server.destroy();
    server.onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
  }

  /** A port that is free, at least a moment ago. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> left = new ArrayList<>(script.descendants().toList());
    left.add(script.toHandle());
    left.forEach(ProcessHandle::destroyForcibly);
    left.forEach(
        process -> process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join());
  }

  private String lastWords() {
    String log = log();
    return "\nIts last words:\n" + log.substring(Math.max(0, log.length() - SHOWN_LETTERS));
  }
}
