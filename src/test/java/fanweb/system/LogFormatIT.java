package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.chat.JsonSpeaker;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log as programs read it. */
class LogFormatIT {
  private static final Pattern CONNECTION = Pattern.compile("event=(\\S+) connection=(\\S+)");

  @TempDir private Path folder;

  @Test
  void every_line_is_an_object_and_those_about_a_connection_carry_its_name() throws Exception {
    Map<String, String> settings = Map.of("FANWEB_LOG_FORMAT", "json", "FANWEB_LOG_LEVEL", "DEBUG");
    try (LaunchedServer server = LaunchedServer.start(folder, settings).awaitReady()) {
      try (JsonClient client = JsonClient.connect(server.at("ws", "/ws/g/"))) {
        client.join();
      }
      await().atMost(Duration.ofMinutes(1)).until(() -> server.log().contains("event=left"));
      List<JsonObject> lines = lines(server.log());
      assertThat(lines)
          .allSatisfy(line -> assertThat(line).containsKeys("timestamp", "level", "message"));
      assertThat(lines).extracting(line -> line.getString("loggerName")).contains("org.jboss.as");
      List<MatchResult> about =
          lines.stream()
              .filter(line -> line.getString("loggerName").startsWith("fanweb.chat."))
              .map(line -> CONNECTION.matcher(line.getString("message")))
              .flatMap(found -> found.results())
              .toList();
      assertThat(about).extracting(found -> found.group(1)).containsExactly("connected", "left");
      assertThat(about).extracting(found -> found.group(2)).doesNotContain("null");
      assertThat(about.get(0).group(2)).isEqualTo(about.get(1).group(2));
      assertThatNoLoggerSaysAllItHas();
    }
  }

  /** The file takes whatever they let through. */
  private void assertThatNoLoggerSaysAllItHas() throws IOException {
    assertThat(Files.readString(folder.resolve("server/log/server.log")))
        .contains("event=left")
        .doesNotContain(" TRACE [");
  }

  /** What the script says before it starts the server is its own. */
  private static List<JsonObject> lines(String log) {
    Optional<String> first = log.lines().filter(line -> line.startsWith("{")).findFirst();
    return log.substring(log.indexOf(first.orElseThrow()))
        .lines()
        .map(JsonSpeaker::object)
        .toList();
  }
}
