package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.chat.JsonSpeaker;
import fanweb.system.CommandLine.Result;
import fanweb.system.CommandLine.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code fanweb chat}, {@code send} and {@code tail} as processes of their own. */
@SharedServer
class ChatCommandsIT {
  private static final String STATUS = "获取连接状态: 101\n";

  @TempDir private Path folder;
  private final String group = "c-" + UUID.randomUUID();
  private final String url = url(Site.port());

  @SuppressWarnings("NullAway.Init") // because JUnit calls prepare first
  private CommandLine fanweb;

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.packaged();
  }

  @BeforeEach
  void prepare() {
    fanweb = with(Map.of());
  }

  private CommandLine with(Map<String, String> environment) {
    return new CommandLine(folder, environment);
  }

  private String url(int port) {
    return "ws://127.0.0.1:" + port + "/ws/" + group + "/";
  }

  private Result end(Running running, String input) throws IOException, InterruptedException {
    return running.type(input).end();
  }

  /** The texts of the latest messages of the group, in their order. */
  private List<String> texts() {
    String page = Site.get("/api/groups/" + group + "/messages?limit=200").body();
    return JsonSpeaker.object(page).getJsonArray("messages").stream()
        .map(one -> one.asJsonObject().getString("text"))
        .toList();
  }

  /** Others say something. */
  private void say(String... texts) {
    try (JsonClient somebody = JsonClient.connect("/ws/" + group + "/")) {
      somebody.ask("\"type\":\"join\",\"name\":\"Bob\"");
      Stream.of(texts).forEach(somebody::publish);
    }
  }

  @Test
  void the_tutorial_s_protocol_says_each_line_and_shows_each_frame() throws Exception {
    Running ann = fanweb.start("chat", "--plain", url).awaitWritten(STATUS);
    say("\u001b[31m你好");
    ann.awaitWritten("␛[31m你好\n");

    Result result = end(ann, "hello\n\nquit\nnot said\n");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out()).isEqualTo(STATUS + "␛[31m你好\nhello\n\n");
    assertThat(texts()).containsExactly("\u001b[31m你好", "hello", "");
    Result closed = end(fanweb.start("chat", "--plain", url), "关闭\n");
    assertThat(closed.err()).isEmpty();
    assertThat(closed.code()).isZero();
  }

  @Test
  void a_conversation_in_a_pipe_is_shown_said_and_left_when_all_is_stored() throws Exception {
    Result result = end(fanweb.start("chat", "--name", "Ann", url), "hello\n/x\n//x\nquit\nno\n");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .matches(STATUS + "\\d\\d:\\d\\d:\\d\\d Ann#\\S{4}: hello\n\\S+ Ann#\\S{4}: /x\n");
    assertThat(result.err()).contains("/x? /help").doesNotContain("\tat ");
    assertThat(texts()).containsExactly("hello", "/x");

    Running later = fanweb.start("chat", url).awaitWritten(STATUS);
    later.type("/history\n").awaitSaid("2 shown");
    later.type("/search hell\n").awaitSaid("1 shown");
    later.type("/who\n").awaitSaid("1 here: guest#");
    assertThat(later.end().out().lines().filter(line -> line.contains("hello"))).hasSize(2);
  }

  @Test
  void a_repeated_script_repeats_nothing() throws Exception {
    Result first = end(fanweb.start("send", "--key-prefix", "k", url), "a\nb\n");
    Result again = end(fanweb.start("send", "--key-prefix", "k", "--json", url), "a\nb\nc\n");
    Result other = end(fanweb.start("send", "--key-prefix", "k", url), "x\nb\n");

    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out() + first.err()).doesNotContain("stored");
    assertThat(again.code()).isZero();
    assertThat(again.out())
        .isEqualTo("{\"lines\":3,\"stored\":3,\"repeated\":2,\"refused\":0,\"unsent\":0}\n");
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.err()).contains("line 1 is refused: key_reused");
    assertThat(texts()).containsExactly("a", "b", "c");
  }

  @Test
  void a_line_that_is_too_long_is_refused_and_those_behind_it_are_said() throws Exception {
    String input =
        Stream.of(70_000, 500_000, 1_100_000).map("x"::repeat).collect(Collectors.joining("\n"));

    Result result = end(fanweb.start("send", url), "before\n" + input + "\nafter\n");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .contains("line 2 is refused: too_long")
        .contains("line 3 is refused: too_long")
        .contains("line 4 is refused: too_long");
    assertThat(texts()).containsExactly("before", "after");
  }

  @Test
  void whatever_breaks_each_line_is_said_and_told_once() throws Exception {
    try (BreakableLine line = new BreakableLine(Site.port())) {
      Running tail = fanweb.start("tail", "--since", "0", url(line.port()));
      Running send = fanweb.start("send", url(line.port()));
      sayAndBreak(send, tail, line);
      Result sent = send.end();
      tail.awaitWritten("\tline 119\n");

      assertThat(sent.code()).as(sent.err()).isZero();
      assertThat(sent.err()).contains("trying again");
      List<String> all = IntStream.range(0, 120).mapToObj(i -> "line " + i).toList();
      assertThat(texts()).isEqualTo(all);
      assertThat(tail.written().lines().map(one -> one.split("\t", -1)[4]))
          .containsExactlyElementsOf(all);
      assertThat(tail.signal("INT").code()).isEqualTo(130);
    }
  }

  /** Says more than may be said at once: the server refuses some lines, which are said again. */
  private static void sayAndBreak(Running send, Running tail, BreakableLine line)
      throws IOException {
    for (int i = 0; i < 120; i++) {
      boolean breaks = i % 30 == 10;
      if (breaks) {
        // Java's client notices at once that a line is gone when it has nothing else to read.
        tail.awaitWritten("\tline " + (i - 1) + "\n");
      }
      send.type("line " + i + "\n");
      if (breaks) {
        line.snap();
      }
    }
  }

  @Test
  void what_is_typed_without_a_line_is_said_when_it_is_back_and_else_named() throws Exception {
    try (BreakableLine line = new BreakableLine(Site.port())) {
      Running chat = fanweb.start("chat", url(line.port())).awaitWritten(STATUS);
      chat.type("before\n").awaitWritten(": before");
      line.cut();
      chat.awaitSaid("the line is gone");
      chat.type("meanwhile\n");
      line.mend();
      chat.awaitSaid("the line is back").awaitWritten(": meanwhile");
      line.cut();
      chat.awaitSaid("the line is gone");
      chat.type("never\n").type("/help\n").awaitSaid("/search");

      Result result = chat.signal("INT");

      assertThat(result.code()).isEqualTo(130);
      assertThat(result.err()).endsWith("not sent: never\n");
      assertThat(texts()).containsExactly("before", "meanwhile");
    }
  }

  @Test
  void tail_and_send_make_a_bot() throws Exception {
    String other = url.replace(group, group + "-2");
    say("one", "two\\n", "three");

    Result result =
        fanweb.runIn(
            "\"$@\" tail --since 0 --until-head "
                + url
                + " | grep -v two | cut -f5 | \"$@\" send "
                + other);

    assertThat(result.code()).as(result.err()).isZero();
    Result told = fanweb.run("tail", other, "--since", "1", "--until-head", "--json");
    assertThat(told.out().lines()).hasSize(1);
    assertThat(told.out()).contains("\"offset\":2,").contains("\"text\":\"three\"");
  }

  @Test
  void nobody_reads_the_output_any_more() throws Exception {
    say("one", "two", "three");

    Running pipe =
        fanweb.startIn("\"$@\" tail --since 0 " + url + " | head -1; echo ${PIPESTATUS[0]}");
    // It notices when there is something to be told.
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              say("more");
              return !pipe.process().isAlive();
            });

    Result result = pipe.end();
    assertThat(result.out()).endsWith("\tone\n141\n");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void each_failure_is_a_line_and_a_code() throws Exception {
    CommandLine chinese = with(Map.of("FANWEB_TOKEN", "nobody", "LC_ALL", "zh_CN.UTF-8"));
    Running elsewhere = fanweb.start("send", url.replace("/ws/", "/x/ws/"));
    Running nobody = chinese.start("tail", url);

    assertFailure(elsewhere.end(), 5, "HTTP 404");
    assertFailure(nobody.end(), 6, "服务器拒绝");
  }

  private static void assertFailure(Result result, int code, String line) {
    assertThat(result.code()).as(result.err()).isEqualTo(code);
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .startsWith("fanweb: ")
        .contains(line);
  }

  @Test
  void a_certificate_of_one_s_own_is_believed_when_it_is_given() throws Exception {
    Certificate certificate = Certificate.in(folder);
    try (BreakableLine line =
        new BreakableLine(Site.port(), certificate.proof().getServerSocketFactory())) {
      String secure = url(line.port()).replace("ws://", "wss://");
      String file = certificate.file().toString();

      String other = secure.replace("127.0.0.1", "localhost");
      Running unknown = fanweb.start("send", secure);
      Running elsewhere = fanweb.start("send", "--cacert", file, other);
      Result believed = end(fanweb.start("send", "--cacert", file, secure), "safe\n");

      assertFailure(unknown.end(), 5, "unable to find valid certification path");
      assertFailure(elsewhere.end(), 5, "No name matching localhost");

      assertThat(believed.code()).as(believed.err()).isZero();
      assertThat(texts()).containsExactly("safe");
    }
  }

  @Test
  @ExtendWith(NeedsPseudoTerminal.class)
  void at_a_terminal_the_line_that_is_typed_stays_whole() throws Exception {
    Running ann = atTerminal("xterm-256color", "chat", "--name", "Ann", url).awaitWritten("> ");
    // A terminal's answer would be taken for typed.
    assertThat(ann.written()).doesNotContain("\u001b[c", "\u001b[?u", "$p");
    ann.type("hel").awaitWritten("hel");
    say("one \u001b]0;title\u0007");
    ann.awaitWritten("Bob");
    assertThat(screen(ann)).containsSubsequence("one ␛]0;title␇", "> hel");
    ann.type("lo\r").awaitWritten(": hello");

    ann.type("quit\r");

    assertThat(ann.end().code()).isZero();
    assertThat(texts()).containsExactly("one \u001b]0;title\u0007", "hello");
  }

  @Test
  @ExtendWith(NeedsPseudoTerminal.class)
  void at_a_terminal_ctrl_c_drops_what_is_typed_and_on_an_empty_line_leaves() throws Exception {
    Running ann = atTerminal("xterm", "chat", url).awaitWritten("> ");
    ann.type("abc").awaitWritten("abc");
    ann.type("\u0003");
    ann.type("said\r").awaitWritten(": said");
    // JLine does not hear of keys between two lines.
    await().until(() -> screen(ann).stripTrailing().endsWith("\n>"));
    ann.type("\u0003");

    assertThat(ann.end().code()).isEqualTo(130);
    assertThat(texts()).containsExactly("said");
  }

  @Test
  @ExtendWith(NeedsPseudoTerminal.class)
  void a_terminal_that_can_do_nothing_is_sent_nothing_but_text() throws Exception {
    Running ann = atTerminal("dumb", "chat", url).awaitWritten("101");

    ann.type("said\n").awaitWritten(": said").type("\u0004");

    Result result = ann.end();
    assertThat(result.code()).isZero();
    assertThat(result.out()).doesNotContain("\u001b");
  }

  private Running atTerminal(String type, String... arguments) throws IOException {
    return with(Map.of("TERM", type)).startAtTerminal(arguments);
  }

  private static String screen(Running running) throws IOException {
    ScreenTerminal terminal = new ScreenTerminal(100, 24);
    terminal.write(running.written());
    return terminal.toString();
  }
}
