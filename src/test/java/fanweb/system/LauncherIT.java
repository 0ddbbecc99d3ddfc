package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The provisioned server as a person starts it, without Maven: {@code
 * target/server/bin/standalone.sh}.
 */
class LauncherIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void stopWhatIsLeft() {
    for (Process process : started) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Test
  void greetsKeepsItsDataOverARestartAndStopsWithTheProcessThatStartedIt() throws Exception {
    Launch first = launch("first");
    await().atMost(PATIENCE).until(() -> first.log().contains("Fan-Web is ready"));
    assertThat(first.log())
        .contains("home  首页   http://127.0.0.1:" + first.port + "/")
        .contains("chat  群聊   http://127.0.0.1:" + first.port + "/index/?group_id=123")
        .contains(folder.resolve("data").toString());
    speak(first, "重启之后还在");
    await().atMost(PATIENCE).until(() -> home(first).contains("重启之后还在"));
    // Not asked, killed: the acknowledged row must be in the file already.
    kill(first.server());

    Launch second = launch("second", "-Dfanweb.stop-with-parent=true");
    await().atMost(PATIENCE).until(() -> second.log().contains("Fan-Web is ready"));
    assertThat(home(second)).contains("重启之后还在");

    ProcessHandle server = second.server();
    second.script.toHandle().destroyForcibly();
    server.onExit().get(30, TimeUnit.SECONDS);
  }

  private Launch launch(String name, String... arguments) throws IOException {
    int port = freePort();
    Path log = folder.resolve(name + ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("fanweb.it.server") + "/bin/standalone.sh",
                "-Djboss.http.port=" + port,
                "-Djboss.management.http.port=" + freePort(),
                "-Djboss.server.log.dir=" + folder.resolve("server-log"),
                "-Dfanweb.data=" + folder.resolve("data")));
    command.addAll(List.of(arguments));
    Process script =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    started.add(script);
    return new Launch(script, port, log);
  }

  private static void speak(Launch launch, String group) {
    String path =
        URI.create("ws://127.0.0.1:" + launch.port + "/ws/" + group + "/").toASCIIString();
    WebSocket socket =
        CLIENT
            .newWebSocketBuilder()
            .buildAsync(URI.create(path), new WebSocket.Listener() {})
            .join();
    socket.sendText("你好", true).join();
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  private static String home(Launch launch) throws IOException, InterruptedException {
    URI home = URI.create("http://127.0.0.1:" + launch.port + "/");
    return CLIENT.send(HttpRequest.newBuilder(home).build(), BodyHandlers.ofString()).body();
  }

  private static void kill(ProcessHandle server) throws Exception {
    server.destroyForcibly();
    server.onExit().get(30, TimeUnit.SECONDS);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** A started script and what it said. */
  private record Launch(Process script, int port, Path output) {
    String log() {
      try {
        return Files.readString(output);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The server's own process, a child of the script's. */
    ProcessHandle server() {
      return script.descendants().reduce((shell, java) -> java).orElseThrow();
    }
  }
}
