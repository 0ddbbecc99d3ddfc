package fanweb.manage.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the scripts of {@code bin} start, told by something that takes Java's place. */
class LauncherScriptTest {
  private static final Path SCRIPTS = Path.of("server-config", "wildfly");

  @TempDir private Path folder;
  private Path java;

  @BeforeEach
  void write_something_that_tells_its_arguments() throws IOException {
    java = folder.resolve("java that tells");
    Files.writeString(
        java,
        """
        #!/bin/sh
        for one in "$@"; do echo "<$one>"; done
        echo "LC_ALL=${LC_ALL-none} $(locale charmap 2>&1)"
        """);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void options_for_java_may_have_quotes_and_stand_on_lines_of_their_own() throws Exception {
    String options = "-Xmx64m\n-Da='b  c'\n\n-Dd=\"e f\"\n";
    assertThat(run(Map.of("JAVA_OPTS", options, "LC_ALL", "C.UTF-8"), "send", "a  b", "$x"))
        .containsSubsequence(
            "<-Xmx64m>", "<-Da=b  c>", "<-Dd=e f>", "<-jar>", "<send>", "<a  b>", "<$x>");
  }

  @Test
  void the_server_asks_for_its_settings_with_the_same_options() throws Exception {
    String options = "-Xmx64m\n-Dfanweb.a='b  c'\n\n-Xms1m -Dfanweb.d=\"e f\"\n";
    String server = " \"-Dfanweb.g=h  i\" \"-b\" \"::1\"";
    Map<String, String> environment =
        Map.of("JAVA_OPTS", options, "SERVER_OPTS", server, "DIRNAME", "bin");
    assertThat(told(environment, List.of("sh", SCRIPTS.resolve("standalone.conf.append") + "")))
        .startsWith("<-XX:TieredStopAtLevel=1>", "<-Dfanweb.a=b  c>", "<-Dfanweb.d=e f>")
        .containsSubsequence("<-Dfanweb.g=h  i>", "<-cp>", "<bin/fanweb.jar>");
  }

  @ParameterizedTest
  @CsvSource({"LC_ALL,C", "LANG,POSIX", "LANG,xx_XX.UTF-8", "LC_CTYPE,xx_XX", "NOTHING,''"})
  void a_locale_without_a_character_set_is_utf8(String variable, String locale) throws Exception {
    assertThat(run(Map.of(variable, locale)))
        .contains("LC_ALL=C.UTF-8 UTF-8")
        .contains("<-Dfanweb.lc_all=" + (variable.equals("LC_ALL") ? locale : "") + ">");
  }

  @Test
  void a_locale_of_which_a_part_is_not_installed_is_none_to_java() throws Exception {
    assertThat(run(Map.of("LC_CTYPE", "C.UTF-8", "LANG", "xx_XX.UTF-8")))
        .contains("LC_ALL=C.UTF-8 UTF-8");
  }

  @ParameterizedTest
  @CsvSource({"C.UTF-8", "xx_XX.GB18030"})
  void a_locale_that_names_a_character_set_is_left_alone(String locale) throws Exception {
    assertThat(run(Map.of("LC_ALL", locale)))
        .anyMatch(line -> line.startsWith("LC_ALL=" + locale + " "))
        .noneMatch(line -> line.startsWith("<-Dfanweb.lc_all="));
  }

  private List<String> run(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", SCRIPTS.resolve("fanweb.sh").toString()));
    command.addAll(List.of(arguments));
    return told(environment, command);
  }

  private List<String> told(Map<String, String> environment, List<String> command)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.matches("LC_.*|LANG|JAVA_.*|FANWEB_.*"));
    builder.environment().put("JAVA", java.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
    return told.lines().toList();
  }
}
