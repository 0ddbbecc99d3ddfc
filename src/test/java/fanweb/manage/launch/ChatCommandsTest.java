package fanweb.manage.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fanweb.manage.Console;
import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.manage.Words;
import fanweb.platform.config.ProcessSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code chat}, {@code send} and {@code tail} say when there is nobody to talk to. */
class ChatCommandsTest {
  /** The first byte of TLS (RFC 8446, 5.1). */
  private static final byte HANDSHAKE = 22;

  private static final String ROOM = "ws://127.0.0.1:1/ws/123/";

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(Map<String, String> environment, String... arguments) {
    Console console = new Console(new ByteArrayInputStream(new byte[0]), out, err, environment);
    Context context = new Context(console, Words.of(environment), ProcessSettings.of(environment));
    return new Fanweb(context).run(arguments);
  }

  private void assertOneLine(String text) {
    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(err.toString(UTF_8)).startsWith("fanweb: ").contains(text).hasLineCount(1);
  }

  /** An address at which nobody listens. */
  private static String nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "ws://127.0.0.1:" + socket.getLocalPort() + "/ws/123/";
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat", "send", "tail"})
  void a_server_that_is_not_there_is_told_of(String command) throws IOException {
    assertThat(run(Map.of(), command, nobody())).isEqualTo(ExitCode.UNREACHABLE);
    assertOneLine("nobody listens at ws://127.0.0.1:");
  }

  @Test
  void the_tutorial_s_protocol_is_no_different() throws IOException {
    assertThat(run(Map.of("LANG", "zh_CN.UTF-8"), "chat", "--plain", nobody()))
        .isEqualTo(ExitCode.UNREACHABLE);
    assertOneLine("没有人监听");
  }

  /**
   * After it has read: what is left unread resets the line, which overtakes the answer. With TLS an
   * end beside the answer may be all that Java hears, so there the client leaves first.
   */
  private static void answer(Socket client, String answer) throws IOException {
    client.setSoTimeout(20_000);
    byte[] request = new byte[1 << 16];
    boolean isTls = client.getInputStream().read(request) > 0 && request[0] == HANDSHAKE;
    client.getOutputStream().write((answer + "\r\nContent-Length: 0\r\n\r\n").getBytes(UTF_8));
    if (isTls) {
      client.getInputStream().readAllBytes();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "chat ws, 220 ready, 5, ws://127.0.0.1:",
    "send ws, 220 ready, 5, ws://127.0.0.1:",
    "tail ws, 220 ready, 5, ws://127.0.0.1:",
    "chat wss, 220 ready, 5, cannot be trusted",
    "tail ws, HTTP/1.1 404 no, 5, HTTP 404",
    "chat ws, HTTP/1.1 401 no, 6, the server refuses",
    "chat --plain ws, HTTP/1.1 403 no, 6, the server refuses"
  })
  void whoever_answers_and_opens_no_line_is_told_of(
      String command, String answer, int code, String said) throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answered =
          CompletableFuture.runAsync(
              () -> {
                try (Socket one = other.accept()) {
                  answer(one, answer);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      String line = command + "://127.0.0.1:" + other.getLocalPort() + "/ws/123/";

      assertThat(run(Map.of(), line.split(" "))).isEqualTo(code);
      assertOneLine(said);
      answered.join();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "chat http://127.0.0.1/, ws://host/ws/123/",
    "tail --since -1 " + ROOM + ", --since",
    "send --give-up -1 " + ROOM + ", --give-up",
    "send --key-prefix a\u00e4 " + ROOM + ", key prefix",
    "send --token-file /no/such/file " + ROOM + ", /no/such/file",
    "send --cacert /no/such/file " + ROOM + ", /no/such/file",
    "send --cacert /dev/null " + ROOM + ", no certificate in it",
    "tail --token \u00e4 " + ROOM + ", token"
  })
  void what_makes_no_sense_is_not_tried(String line, String said) {
    assertThat(run(Map.of(), line.split(" "))).isEqualTo(ExitCode.USAGE);
    assertOneLine(said);
  }

  @Test
  void a_token_is_taken_from_the_file_and_not_shown() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "two tokens\n");

    assertThat(run(Map.of(), "tail", "--token-file", file.toString(), ROOM))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(UTF_8)).doesNotContain("two tokens");
  }

  /** A wrong prefix ends it before anything is sent. */
  private void sendNothing(String language, String url, String... token) {
    List<String> line = new ArrayList<>(List.of("send", "--key-prefix", "ä", url));
    line.addAll(List.of(token));
    assertThat(run(Map.of("LANG", language), line.toArray(String[]::new)))
        .isEqualTo(ExitCode.USAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ws://192.0.2.1/ws/1/",
        "http://192.0.2.1:8080/index/?group_id=1",
        "ws://[2001:db8::1]/ws/1/"
      })
  void whoever_sends_a_token_for_all_to_read_is_warned(String url) {
    sendNothing("en_US.UTF-8", url, "--token", "k_secret");
    sendNothing("zh_CN.UTF-8", url, "--token", "k_secret");

    assertThat(err.toString(UTF_8))
        .contains("warning: your token", "警告：令牌", "ws://")
        .doesNotContain("k_secret")
        .hasLineCount(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wss://192.0.2.1/ws/1/",
        "ws://127.0.0.9:8080/ws/1/",
        "ws://localhost/ws/1/",
        "ws://[::1]/ws/1/"
      })
  void where_nobody_can_read_it_is_no_warning(String url) {
    sendNothing("en_US.UTF-8", url, "--token", "k_secret");
    sendNothing("en_US.UTF-8", "ws://192.0.2.1/ws/1/");

    assertThat(err.toString(UTF_8)).doesNotContain("warning").hasLineCount(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat", "send", "tail"})
  void help_is_there_in_both_languages(String command) {
    assertThat(run(Map.of("LANG", "zh_CN.UTF-8"), command, "--help")).isZero();
    assertThat(run(Map.of("LANG", "en_US.UTF-8"), command, "--help")).isZero();

    assertThat(out.toString(UTF_8))
        .contains("群的地址", "The group: ws://host/ws/123/", "--token-file", "--cacert")
        .doesNotContain("client.", command + ".");
  }
}
