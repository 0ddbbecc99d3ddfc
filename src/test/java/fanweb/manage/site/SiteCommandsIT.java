package fanweb.manage.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.system.CommandLine;
import fanweb.system.CommandLine.Result;
import fanweb.system.CommandLine.Running;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as {@code fanweb runserver} starts it, and what {@code fanweb check} sees of it. */
class SiteCommandsIT {
  private static final Pattern STYLES = Pattern.compile("/static/[^\"]*/css/base\\.css");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path folder;

  @Test
  void changed_files_are_shown_and_the_server_ends_with_the_command() throws Exception {
    Path mine = folder.resolve("webapp");
    Path page = copy("WEB-INF/chat/templates/home.jsp", mine);
    Path styles = copy("static/css/base.css", mine);
    int port = freePort();
    String site = "http://127.0.0.1:" + port + "/";
    CommandLine fanweb = new CommandLine(folder, settings());
    Running server = fanweb.start(runserver(port, mine));
    try {
      await().atMost(Duration.ofMinutes(3)).until(() -> get(site + "health/ready").contains("UP"));
      assertThat(get(site)).doesNotContain("of today");
      Files.writeString(page, Files.readString(page) + "<p>of today</p>\n");
      Files.writeString(styles, "/* of today */\n" + Files.readString(styles));
      awaitToday(site);
      looksWell(fanweb.run("check", "--deploy", site, "--silence", "1"));
      assertThat(fanweb.run("check").code()).isEqualTo(4);
    } finally {
      server.process().destroy();
    }
    assertThat(server.end().out()).contains("event=").doesNotContain("ERROR");
    assertThat(get(site)).isEmpty();
    leavesTheDatabase(fanweb);
  }

  private Map<String, String> settings() {
    return Map.of(
        "FANWEB_DATA", folder.toString(),
        "FANWEB_CHAT_DRAIN_SECONDS", "1",
        "FANWEB_PASSWORD", "violet+anchor+1");
  }

  private static void leavesTheDatabase(CommandLine fanweb) throws Exception {
    assertThat(fanweb.run("check").code()).isZero();
    assertThat(fanweb.run("createsuperuser", "fang").err())
        .isEqualTo("fang may do everything now (user 1)\n");
  }

  private static String[] runserver(int port, Path source) throws IOException {
    return new String[] {
      "runserver",
      "127.0.0.1:" + port,
      "--dev",
      "--source=" + source,
      "-Djboss.management.http.port=" + freePort()
    };
  }

  private static void awaitToday(String site) throws InterruptedException {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(get(site)).contains("<p>of today</p>"));
    Matcher address = STYLES.matcher(get(site));
    assertThat(address.find()).isTrue();
    assertThat(get(site + address.group().substring(1))).startsWith("/* of today */");
  }

  private static void looksWell(Result check) {
    assertThat(check.out().lines().filter(line -> line.startsWith("ok")))
        .extracting(line -> line.replaceAll("ok +(\\w+):.*", "$1"))
        .containsExactly(
            "reach", "headers", "cookies", "origin", "socket", "silence", "stream", "poll");
    assertThat(check.out())
        .contains(
            "weak   https: plain HTTP, from this machine alone", "weak   pages: /routes/ is open");
    assertThat(check.code()).isZero();
  }

  @Test
  void where_nobody_answers_is_no_site() throws Exception {
    Result check =
        new CommandLine(folder, Map.of())
            .run("check", "--deploy", "http://127.0.0.1:" + freePort() + "/");
    assertThat(check.code()).isEqualTo(5);
    assertThat(check.out())
        .startsWith("WRONG  reach: nobody listens at http://127.0.0.1:")
        .hasLineCount(1);
    assertThat(check.err()).isEmpty();
  }

  private static Path copy(String file, Path target) throws IOException {
    Path copy = target.resolve(file);
    Files.createDirectories(copy.resolveSibling(""));
    return Files.copy(Path.of("src/main/webapp").resolve(file), copy);
  }

  /** A page; empty when nobody answers. */
  private static String get(String address) throws InterruptedException {
    try {
      return CLIENT
          .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      return "";
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
