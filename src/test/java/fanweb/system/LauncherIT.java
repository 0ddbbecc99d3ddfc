package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who starts the provisioned server without Maven. */
class LauncherIT {
  @TempDir private Path folder;

  @Test
  void greetsKeepsItsDataOverARestartAndStopsWithTheProcessThatStartedIt() throws Exception {
    try (LaunchedServer first = LaunchedServer.start(folder, Map.of()).awaitReady()) {
      assertThat(first.log())
          .contains("home  首页   http://127.0.0.1:" + first.port() + "/")
          .contains("chat  群聊   http://127.0.0.1:" + first.port() + "/index/?group_id=123")
          .contains(folder.resolve("data").toString())
          .contains("http://127.0.0.1:" + first.port() + "/account/set-up/?link=l_")
          .doesNotContain("/account/reset/");
      speak(first, "重启之后还在");
      await().atMost(Duration.ofMinutes(1)).until(() -> first.get("/").body().contains("重启之后还在"));
      // Not asked, killed: the acknowledged row must be in the file already.
      first.kill();
    }

    try (LaunchedServer second =
        LaunchedServer.start(folder, Map.of(), "-Dfanweb.stop-with-parent=true").awaitReady()) {
      assertThat(second.get("/").body()).contains("重启之后还在");
      ProcessHandle server = second.server();
      second.script().toHandle().destroyForcibly();
      server.onExit().get(30, TimeUnit.SECONDS);
    }
  }

  private static void speak(LaunchedServer server, String group) {
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(server.at("ws", "/ws/" + group + "/"), new WebSocket.Listener() {})
            .join();
    socket.sendText("你好", true).join();
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }
}
