package fanweb.system;

import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
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
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Payara Micro with the second WAR, configured as {@code src/docs/payara.md} says, as a child
 * process that starts before the tests of a class and ends after them. When one fails, the end of
 * the server's log is shown.
 */
final class PayaraMicro implements BeforeAllCallback, AfterAllCallback, TestWatcher {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path HOME = TARGET.resolve("payara");
  private static final Path LOG = HOME.resolve("server.log");
  private static final int SHOWN_LINES = 30;

  /** Of an address other than the server's own. */
  static final int CONNECTIONS = 3;

  /** A page's first visitor waits for the compiler, ten seconds on a quiet machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final int port = Integer.getInteger("fanweb.it.payara");
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private @Nullable Process process;

  /** Where it listens, as an address of the given scheme. */
  URI at(String scheme, String path) {
    return URI.create(scheme + "://127.0.0.1:" + port + path);
  }

  HttpClient client() {
    return client;
  }

  /** Asks for a page. */
  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(at("http", path)).timeout(PATIENCE).build();
    return client.send(request, BodyHandlers.ofString());
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    Process started =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(LOG.toFile())
            .start();
    process = started;
    try {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(250))
          .failFast("Payara Micro ended", () -> !started.isAlive())
          .until(this::isReady);
    } catch (RuntimeException e) {
      throw new AssertionError("Payara Micro did not start: " + e.getMessage() + tail(), e);
    }
  }

  private List<String> command() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Seconds matter more than speed.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(
        List.of("-Xmx512m", "-Djava.io.tmpdir=" + Files.createDirectories(HOME.resolve("tmp"))));
    command.addAll(settings());
    command.addAll(
        List.of(
            "-jar",
            HOME.resolve("payara-micro.jar").toString(),
            "--nocluster",
            "--nohazelcast",
            "--disablephonehome",
            "--port",
            Integer.toString(port),
            "--prebootcommandfile",
            Path.of("server-config", "payara", "pre-boot.txt").toString(),
            "--deploy",
            TARGET.resolve("fan-web-payara.war").toString()));
    return command;
  }

  private static List<String> settings() throws IOException {
    return List.of(
        "-Dfanweb.data=" + Files.createDirectories(HOME.resolve("data")),
        "-Dfanweb.api.token=" + ApiClient.TOKEN,
        "-Dfanweb.account.password-memory-kib=7168",
        "-Dfanweb.chat.rate-per-second=0",
        "-Dfanweb.http.trusted-proxies=127.0.0.1",
        "-Dfanweb.chat.connections-per-address=" + CONNECTIONS,
        // Also when this very process is killed.
        "-Dfanweb.stop-with-parent=true");
  }

  /** Payara answers at that path too, before the WAR is deployed: only ours asks the database. */
  private boolean isReady() throws IOException, InterruptedException {
    try {
      HttpResponse<String> health = get("/health/ready");
      return health.statusCode() == 200 && health.body().contains("database") && isCompiled();
    } catch (ConnectException e) {
      return false;
    }
  }

  /** On a busy machine that takes longer than Payara keeps the line for. */
  private boolean isCompiled() throws InterruptedException {
    try {
      return get("/").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
    System.err.println(context.getDisplayName() + " failed." + tail());
  }

  @Override
  public void afterAll(ExtensionContext context) throws InterruptedException {
    Process started = process;
    if (started != null) {
      started.destroy();
      if (!started.waitFor(20, TimeUnit.SECONDS)) {
        started.destroyForcibly().waitFor();
      }
    }
  }

  private static String tail() {
    try {
      List<String> lines = Files.readAllLines(LOG).stream().filter(l -> !l.isBlank()).toList();
      return lines.stream()
          .skip(Math.max(0, lines.size() - SHOWN_LINES))
          .collect(joining("\n", "\nThe end of " + LOG + ":\n", "\n"));
    } catch (IOException e) {
      return "\nIts log cannot be read: " + e;
    }
  }
}
