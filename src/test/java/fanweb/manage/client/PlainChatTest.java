package fanweb.manage.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fanweb.chat.protocol.PlainText;
import fanweb.manage.Console;
import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.manage.Words;
import fanweb.platform.config.ProcessSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What counts as said in the tutorial's protocol, which has no answers. */
class PlainChatTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final CompletableFuture<LineEnd> over = new CompletableFuture<>();

  /** One who has said these lines, and whose line is gone before they came back. */
  private PlainChat chat(String input, String... heard) throws IOException {
    Map<String, String> english = Map.of("LANG", "en");
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new ByteArrayOutputStream(),
            err,
            english);
    Words words = Words.of(english);
    PlainChat chat =
        new PlainChat(
            new PipeScreen(new Context(console, words, ProcessSettings.of(english))), words, over);
    chat.opened(new Deaf(), "");
    over.complete(new LineEnd.Closed(1000, ""));
    assertThat(chat.talk()).isEqualTo(ExitCode.OK);
    for (String frame : heard) {
      chat.heard(frame);
    }
    return chat;
  }

  @Test
  void whoever_says_a_warning_refuses_nothing() throws IOException {
    PlainChat chat = chat("a\nb\n", "⚠ beware", "a");

    assertThat(chat.tellFailed()).isTrue();
    assertThat(err.toString(UTF_8)).isEqualTo("not sent: b\n");
  }

  @Test
  void one_s_own_warning_comes_back() throws IOException {
    String warning = PlainText.encode(fanweb.chat.Refusal.TOO_FAST);
    PlainChat chat = chat(warning + "\nb\n", warning, "b");

    assertThat(chat.tellFailed()).isFalse();
  }

  @Test
  void what_the_server_refuses_has_failed_and_is_not_named_again() throws IOException {
    PlainChat chat = chat("a\nb\n", "a", PlainText.encode(fanweb.chat.Refusal.MUTED));

    assertThat(chat.tellFailed()).isTrue();
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void a_goodbye_that_was_asked_for_is_not_lost_but_what_came_after_it_is() throws IOException {
    PlainChat chat = chat("关闭\nlost\n");

    chat.dismissed();

    assertThat(chat.tellFailed()).isTrue();
    assertThat(err.toString(UTF_8)).isEqualTo("not sent: lost\n");
  }

  /** A line at which nothing happens. */
  private static final class Deaf implements Line {
    @Override
    public CompletableFuture<?> send(String frame) {
      return CompletableFuture.completedFuture(true);
    }

    @Override
    public void more() {}

    @Override
    public CompletableFuture<?> close() {
      return CompletableFuture.completedFuture(true);
    }

    @Override
    public void drop() {}
  }
}
