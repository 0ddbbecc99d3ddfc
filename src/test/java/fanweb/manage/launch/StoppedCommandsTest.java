package fanweb.manage.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.manage.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands say when a signal ends their process. */
class StoppedCommandsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final SmallServer server;

  StoppedCommandsTest() throws IOException {
    server = new SmallServer();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  /** Whoever runs the tests in the background has them ignore Ctrl-C, and all that they start. */
  private Process start(String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(words));
    command.add(server.url());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  private static int end(Process process) throws InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private static void signal(Process process, String name)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void send_tells_which_lines_are_not_acknowledged(String name, int code) throws Exception {
    server.fallSilentAfter(2);
    Process send = start("send", "--json");
    send.getOutputStream().write("one\ntwo\nthree\n".getBytes(UTF_8));
    send.getOutputStream().flush();
    await().atMost(PATIENCE).until(server::isUnanswered);

    signal(send, name);

    assertThat(end(send)).isEqualTo(code);
    assertThat(send.errorReader(UTF_8).lines())
        .containsExactly(
            "stopped: 2 stored, 0 of them before; 0 refused; 1 not acknowledged, the first is line"
                + " 3");
    assertThat(send.inputReader(UTF_8).lines())
        .containsExactly("{\"lines\":3,\"stored\":2,\"repeated\":0,\"refused\":0,\"unsent\":1}");
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void chat_in_a_pipe_tells_what_is_not_sent(String name, int code) throws Exception {
    server.fallSilentAfter(0);
    Process chat = start("chat");
    chat.getOutputStream().write("one\n".getBytes(UTF_8));
    chat.getOutputStream().flush();
    await().atMost(PATIENCE).until(server::isUnanswered);

    signal(chat, name);

    assertThat(chat.waitFor()).isEqualTo(code);
    assertThat(chat.errorReader(UTF_8).lines()).containsExactly("not sent: one");
  }

  @Test
  void or_that_none_is_left_of_those_that_were_read() throws Exception {
    Process send = start("send", "--json");
    send.getOutputStream().write("one\ntwo\n".getBytes(UTF_8));
    send.getOutputStream().flush();
    await().atMost(PATIENCE).until(() -> server.texts().size() == 2);
    // Whoever comes back has heard what was said before.
    server.sendAway(4000);
    await().atMost(PATIENCE).until(() -> server.heads().size() == 2);

    signal(send, "INT");

    assertThat(end(send)).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(send.errorReader(UTF_8).lines())
        .contains("stopped: 2 stored, 0 of them before; 0 refused; no line that was read is left");
  }
}
