package fanweb.manage.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.manage.Console;
import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.manage.Words;
import fanweb.platform.config.ProcessSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code chat}, {@code send} and {@code tail} do while a server does as a test says. */
class TalkingCommandsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final SmallServer server;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  TalkingCommandsTest() throws IOException {
    server = new SmallServer();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private CompletableFuture<Integer> start(InputStream in, String... arguments) {
    return start("en_US.UTF-8", in, arguments);
  }

  private CompletableFuture<Integer> start(String locale, InputStream in, String... arguments) {
    Map<String, String> environment = Map.of("LC_ALL", locale);
    Console console = new Console(in, out, err, environment);
    Context context = new Context(console, Words.of(environment), ProcessSettings.of(environment));
    return CompletableFuture.supplyAsync(() -> new Fanweb(context).run(arguments));
  }

  @Test
  void a_line_that_is_not_in_the_character_set_is_refused_and_others_are_said() {
    byte[] input = "one\nt\u00ffo\n\ufffd three\n".getBytes(UTF_8);
    input[5] = (byte) 0xe4;
    assertThat(start(new ByteArrayInputStream(input), "send", server.url()))
        .succeedsWithin(PATIENCE)
        .isEqualTo(ExitCode.FAILED);
    assertThat(server.texts()).containsExactly("one", "\ufffd three");
    assertThat(err.toString(UTF_8)).contains("line 2 is refused: unreadable");
  }

  private CompletableFuture<Integer> tail(String... arguments) {
    String[] all =
        Stream.concat(Stream.of("tail", server.url()), Stream.of(arguments)).toArray(String[]::new);
    return start(silence(), all);
  }

  private void awaitTold(String text) {
    await().until(() -> out.toString(UTF_8).contains(text));
  }

  private void awaitSaid(String text) {
    await().until(() -> err.toString(UTF_8).contains(text));
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("conversation"))
        .count();
  }

  /** What a tail from the beginning to the head writes, to a terminal of some language. */
  private String told(String locale, String... options) {
    out.reset();
    String[] all =
        Stream.concat(
                Stream.of("tail", server.url(), "--since", "0", "--until-head"), Stream.of(options))
            .toArray(String[]::new);
    assertThat(start(locale, silence(), all)).succeedsWithin(PATIENCE).isEqualTo(ExitCode.OK);
    return out.toString(UTF_8);
  }

  @Test
  void letters_that_a_terminal_has_not_are_not_lost() {
    server.say("你");

    assertThat(told("en_US.ISO-8859-1")).endsWith("\t\\u4f60\n");
    assertThat(told("en_US.ISO-8859-1", "--json")).contains("\"text\":\"\\u4f60\"");
    assertThat(told("C")).endsWith("\t你\n");
    assertThat(told("zh_CN.UTF-8", "--json")).contains("\"text\":\"你\"");
  }

  @Test
  void what_cannot_be_told_is_said() {
    server.say("one");

    assertThat(tail("--since", "5")).succeedsWithin(PATIENCE).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString(UTF_8)).contains("after 5 cannot be told").hasLineCount(1);
    assertThat(tail("--since", "5", "--until-head", "--allow-gaps"))
        .succeedsWithin(PATIENCE)
        .isEqualTo(ExitCode.OK);
    assertThat(err.toString(UTF_8)).contains("going on behind 1").hasLineCount(2);
  }

  @Test
  void a_tail_from_now_on_to_the_head_has_nothing_to_tell() {
    server.say("one");

    assertThat(tail("--until-head")).succeedsWithin(PATIENCE).isEqualTo(ExitCode.OK);

    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void an_endless_tail_keeps_no_more_for_each_time_it_catches_up() throws IOException {
    server.sendToHistory();
    var unused = tail("--since", "0");
    server.say("text 0");
    awaitTold("\ttext 0\n");
    for (int i = 1; i <= 5; i++) {
      server.cut();
      server.say("text " + i);
      awaitTold("\ttext " + i + "\n");
    }

    assertThat(out.toString(UTF_8).lines()).hasSize(6);
    await().until(() -> threads() == 1);
    server.sendAway(4501);
  }

  @Test
  void a_tail_says_that_the_group_has_begun_anew_and_ends() throws IOException {
    CompletableFuture<Integer> tail = tail("--since", "0");
    server.say("one");
    awaitTold("\tone\n");

    server.beginAnew("e2");
    server.sendAway(4002);

    assertThat(tail.join()).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString(UTF_8))
        .contains("the group has begun anew", "after 1 in its earlier stream", "--since 0");
  }

  @Test
  void the_head_to_end_at_is_that_of_the_stream_that_is_there() {
    server.sendToHistory();
    server.say("one");
    server.say("two");
    server.beginAnewWhenRead("e2", "new");

    assertThat(tail("--since", "0", "--until-head", "--allow-gaps"))
        .succeedsWithin(PATIENCE)
        .isEqualTo(ExitCode.OK);
    assertThat(out.toString(UTF_8)).endsWith("\tnew\n").hasLineCount(1);
  }

  @Test
  void or_goes_on_with_what_is_new() throws IOException {
    var unused = tail("--since", "0", "--allow-gaps");
    server.say("one");
    awaitTold("\tone\n");

    server.beginAnew("e2");
    server.say("two");
    server.sendAway(4002);

    awaitTold("\ttwo\n");
    awaitSaid("the group has begun anew");
    assertThat(out.toString(UTF_8).lines()).hasSize(2);
    server.sendAway(4501);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat", "send", "tail"})
  void whoever_is_banned_meanwhile_is_told_so_and_does_not_come_back(String command) {
    CompletableFuture<Integer> banned = start(silence(), command, server.url());
    await().until(server::isInside);

    server.sendAway(4501);

    assertThat(banned).succeedsWithin(PATIENCE).isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString(UTF_8)).contains("the server has ended the line: 4501").hasLineCount(1);
    assertThat(server.heads()).hasSize(1);
  }

  @Test
  void what_is_not_sent_when_one_is_sent_away_is_named_once() {
    server.fallSilentAfter(0);
    CompletableFuture<Integer> banned = start(input("a\nb\n"), "chat", server.url());
    await().until(server::isUnanswered);

    server.sendAway(4501);

    assertThat(banned).succeedsWithin(PATIENCE).isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString(UTF_8).lines())
        .containsExactly(
            "not sent: a", "not sent: b", "fanweb: the server has ended the line: 4501 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat", "send"})
  void an_input_that_cannot_be_read_is_a_line(String command) {
    InputStream unreadable =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Is a directory");
          }
        };

    assertThat(start(unreadable, command, server.url()))
        .succeedsWithin(PATIENCE)
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString(UTF_8))
        .isEqualTo("fanweb: standard input cannot be read: java.io.IOException: Is a directory\n");
  }

  @Test
  void a_token_is_shown_at_each_request() {
    server.sendToHistory();
    server.say("one");

    assertThat(tail("--since", "0", "--until-head", "--token", "k_secret"))
        .succeedsWithin(PATIENCE)
        .isEqualTo(ExitCode.OK);

    assertThat(server.heads())
        .hasSizeGreaterThan(2)
        .allSatisfy(head -> assertThat(head).contains("Authorization: Bearer k_secret\r\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat", "send"})
  void no_more_is_read_than_a_window_ahead_of_what_is_stored(String command) {
    server.fallSilentAfter(10);
    AtomicLong read = new AtomicLong();
    CompletableFuture<Integer> endless = start(endless(read), command, server.url());

    // Those that are answered, the window, and one that waits for it.
    await().during(Duration.ofMillis(300)).until(() -> read.get() == 10 + 64 + 1);

    server.sendAway(4501);
    assertThat(endless).succeedsWithin(PATIENCE).isEqualTo(ExitCode.REFUSED);
  }

  private static InputStream input(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  /** An input at which nothing comes. */
  private static InputStream silence() {
    try {
      return new PipedInputStream(new PipedOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that has a line whenever it is read. */
  private static InputStream endless(AtomicLong lines) {
    return new InputStream() {
      @Override
      public int read() {
        throw new UnsupportedOperationException("lines are read whole");
      }

      @Override
      public int read(byte[] buffer, int from, int length) {
        lines.incrementAndGet();
        buffer[from] = 'y';
        buffer[from + 1] = '\n';
        return 2;
      }
    };
  }
}
