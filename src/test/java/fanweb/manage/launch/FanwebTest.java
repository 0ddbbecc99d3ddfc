package fanweb.manage.launch;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.manage.ExitCode;
import fanweb.manage.Words;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FanwebTest {
  @TempDir private Path data;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(data);
  }

  static Stream<String> languages() {
    return Stream.of("en_US.UTF-8", "zh_CN.UTF-8");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void every_command_and_option_is_explained(String language) {
    shell.with("LANG", language).run("--help");
    String all = shell.out();
    assertThat(commands(all)).isNotEmpty();
    for (String command : commands(all).toList()) {
      assertThat(shell.run(command, "--help")).as(command).isZero();
      String help = shell.out();
      assertThat(help.lines().findFirst().orElseThrow()).as(command).doesNotStartWith("Usage:");
      assertThat(help.lines().filter(line -> line.matches(" +(-\\w, +)?--?[\\w-]+( \\S+)?")))
          .as(command)
          .isEmpty();
    }
  }

  private static Stream<String> commands(String help) {
    return help.lines()
        .filter(line -> line.matches("  [a-z]+ .*"))
        .map(line -> line.strip().split(" ")[0]);
  }

  @Test
  void both_languages_have_the_same_texts() {
    ResourceBundle english = Words.of(Map.of()).bundle();
    ResourceBundle chinese = Words.of(Map.of("LANG", "zh_TW")).bundle();
    assertThat(chinese.keySet()).isEqualTo(english.keySet());
    assertThat(chinese.getString("help")).isNotEqualTo(english.getString("help"));
  }

  @Test
  void without_a_command_it_says_what_there_is() {
    assertThat(shell.run()).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("createsuperuser");
    assertThat(shell.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "--nonsense", "settings --nonsense"})
  void what_is_not_understood_is_named(String line) {
    assertThat(shell.run(line.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).startsWith("fanweb: ").contains("nonsense", "--help");
  }

  @Test
  void settings_tell_where_they_come_from() {
    shell.with("FANWEB_MODE", "production");
    assertThat(shell.run("settings", "fanweb.mode", "fanweb.chat.drain-seconds")).isZero();
    assertThat(shell.out())
        .isEqualTo(
            "fanweb.mode = production    # FANWEB_MODE; default: dev\n"
                + "fanweb.chat.drain-seconds = 5    # default\n");
    shell.run("settings", "--json", "fanweb.mode");
    assertThat(shell.out())
        .isEqualTo(
            "[{\"name\":\"fanweb.mode\",\"value\":\"production\","
                + "\"origin\":\"FANWEB_MODE\",\"default\":\"dev\"}]\n");
  }

  @Test
  void settings_keep_secrets() {
    shell
        .with("FANWEB_DB_PASSWORD", "hunter2")
        .with("FANWEB_API_TOKEN", "hunter2")
        .with("FANWEB_REDIS_URL", "redis://:hunter2@127.0.0.1:6379/0")
        .with("FANWEB_DB_URL", "jdbc:mysql://db/chat?password=hunter2");
    assertThat(shell.run("settings")).isZero();
    assertThat(shell.out())
        .contains("fanweb.db.password = (not shown)", "fanweb.db.url = jdbc:mysql://db/chat ")
        .doesNotContain("hunter2");
  }

  @Test
  void a_setting_that_is_not_there_is_no_setting() {
    assertThat(shell.run("settings", "fanweb.mood")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("there is no setting fanweb.mood");
  }

  @Test
  void a_wrong_setting_is_one_line() {
    shell.with("FANWEB_DB_DRIVER", "oracle");
    assertThat(shell.run("migrate")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("fanweb.db.driver = \"oracle\": must be").hasLineCount(1);
  }

  @Test
  void routes_are_those_of_the_code() {
    assertThat(shell.run("routes")).isZero();
    assertThat(shell.out())
        .containsPattern("chat +WS +/ws/\\{group}/ +ChatEndpoint")
        .containsPattern("account +GET +/api/users/ ")
        .containsPattern("platform +GET +/health/live");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://site/",
        "site",
        "http:///",
        "mailto:a@b",
        "//site/",
        "http://site/?x",
        "http://site:99999/"
      })
  void an_address_that_is_no_sites_is_refused(String url) {
    assertThat(shell.run("check", "--deploy", url)).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8080x",
        "70000",
        ":",
        "127.0.0.1:",
        "::1",
        "[::1]",
        "[::1:8080",
        "::1:8080",
        "[localhost]:8080",
        "no.such.host.invalid:8080"
      })
  void an_address_to_listen_at_is_looked_at_first(String address) {
    assertThat(shell.run("runserver", address)).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void a_port_that_somebody_has_is_looked_at_first() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket taken = new ServerSocket(0, 1, here)) {
      String address = "127.0.0.1:" + taken.getLocalPort();
      assertThat(shell.run("runserver", address)).isEqualTo(ExitCode.FAILED);
      assertThat(shell.err()).contains("nothing can listen at " + address).hasLineCount(1);
    }
  }

  @Test
  void what_java_could_not_decode_is_not_taken() {
    assertThat(shell.run("settings", "--name", "\uFFFD\uFFFD")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("LC_ALL=C.UTF-8").hasLineCount(1);

    shell.with("FANWEB_PASSWORD", "\uFFFDhunter2");
    assertThat(shell.run("settings")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("FANWEB_PASSWORD").doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://u:hunter2@site/", "https://u:hunter2@si_te:x/"})
  void a_password_in_a_sites_address_is_not_repeated(String url) {
    assertThat(shell.run("check", "--deploy", url)).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("leave out").doesNotContain("hunter2").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "en_US.UTF-8, no.such.host.invalid, there is no host",
    "zh_CN.UTF-8, no.such.host.invalid, 没有名为",
    "zh_CN.UTF-8, 127.0.0.1:1, 没有人监听"
  })
  void who_is_not_there_is_told_in_both_languages(String language, String host, String words) {
    shell.with("LANG", language);
    assertThat(shell.run("check", "--deploy", "http://" + host + "/"))
        .isEqualTo(ExitCode.UNREACHABLE);
    assertThat(shell.out()).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "nonsense, 没有命令 nonsense",
    "--nonsense, 没有选项 --nonsense",
    "routes nonsense, 多出了 nonsense",
    "createsuperuser, 缺少：LOGIN",
    "createsuperuser fang --name, 缺少：--name",
    "check --silence soon, “soon”不能作为 --silence SECONDS 的值",
    "createsuperuser fang --name a --name b, --name NAME 给出了两次",
    "runserver --help, 用法：fanweb runserver",
    "--help, 命令："
  })
  void nothing_is_english_to_who_reads_chinese(String line, String words) {
    shell.with("LANG", "zh_CN.UTF-8").run(line.split(" "));
    assertThat(shell.out() + shell.err())
        .contains(words)
        .doesNotContain("Usage", "Commands", "nknown", "nmatched", "issing", "nvalid", "should");
  }
}
