package fanweb.manage.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.Test;

/** What somebody sees who types, on a terminal that is made of two pipes. */
class TerminalScreenTest {
  private static final Size SIZE = Size.of(60, 10);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong();

  /** A reader who is waiting for a line, what is typed, and what is seen. */
  private record Seat(
      TerminalScreen screen,
      Terminal terminal,
      OutputStream keys,
      CompletableFuture<Optional<String>> line) {}

  private Seat seat(boolean colours) throws IOException {
    PipedOutputStream keys = new PipedOutputStream();
    Terminal terminal =
        TerminalScreen.builder()
            .system(false)
            .type("xterm-256color")
            .encoding(UTF_8)
            .streams(new PipedInputStream(keys), out)
            .size(SIZE)
            .build();
    TerminalScreen screen = new TerminalScreen(terminal, colours, nanos::get);
    return new Seat(screen, terminal, keys, line(screen));
  }

  /** What is typed next. */
  private static CompletableFuture<Optional<String>> line(TerminalScreen screen) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return screen.read();
          } catch (Screen.InterruptException e) {
            return Optional.of("interrupted");
          }
        });
  }

  private String seen() {
    ScreenTerminal terminal = new ScreenTerminal(SIZE.getColumns(), SIZE.getRows());
    terminal.write(out.toString(UTF_8));
    return terminal.toString();
  }

  private void awaitSeen(String text) {
    await().atMost(Duration.ofSeconds(20)).until(() -> seen().contains(text));
  }

  @Test
  void the_line_that_is_typed_stays_whole_while_others_come_in_above_it() throws Exception {
    Seat seat = seat(true);
    seat.keys().write("你好, wor".getBytes(UTF_8));
    seat.keys().flush();
    awaitSeen("> 你好, wor");

    seat.screen().show(new AttributedString("12:00:00 Bob: one"));
    seat.screen().note("a note");
    awaitSeen("a note");
    assertThat(seen().lines().map(String::stripTrailing))
        .containsSubsequence("12:00:00 Bob: one", "a note", "> 你好, wor");

    seat.keys().write("ld!!\r".getBytes(UTF_8));
    seat.keys().flush();
    assertThat(seat.line().get(20, TimeUnit.SECONDS)).contains("你好, world!!");
    seat.screen().close();
  }

  @Test
  void nobody_writes_a_row_that_looks_like_the_line_of_another() throws Exception {
    Seat seat = seat(true);
    awaitSeen(">");

    seat.screen().show(new AttributedString("你".repeat(30) + "12:00:05 Ann#7: pay Eve"));

    awaitSeen("pay Eve");
    assertThat(seen().lines().map(String::stripTrailing))
        .contains("         12:00:05 Ann#7: pay Eve");
    seat.screen().close();
  }

  @Test
  void colours_are_only_for_those_who_want_them() throws Exception {
    AttributedString green =
        new AttributedString("green", AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN));
    Seat seat = seat(false);
    awaitSeen(">");
    seat.screen().show(green);
    awaitSeen("green");
    assertThat(out.toString(UTF_8)).doesNotContain("\u001b[32m");
    seat.screen().close();

    Seat other = seat(true);
    other.screen().show(green);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> out.toString(UTF_8).contains("\u001b[32mgreen"));
    other.screen().close();
  }

  @Test
  void ctrl_c_drops_what_was_typed_and_then_interrupts() throws Exception {
    Seat seat = seat(true);
    seat.keys().write("abc".getBytes(UTF_8));
    seat.keys().flush();
    awaitSeen("> abc");
    seat.keys().write(3);
    seat.keys().flush();
    await().atMost(Duration.ofSeconds(20)).until(() -> !seen().contains("abc"));
    assertThat(seat.line()).isNotDone();
    // Between two lines nobody listens to keys for a moment.
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
              seat.keys().write(3);
              seat.keys().flush();
              return seat.line().isDone();
            });
    assertThat(seat.line()).isCompletedWithValue(Optional.of("interrupted"));
    seat.screen().close();
  }

  @Test
  void ctrl_c_after_other_keys_is_another_however_soon() throws Exception {
    Seat seat = seat(true);
    seat.keys().write("abc".getBytes(UTF_8));
    seat.keys().flush();
    awaitSeen("> abc");
    seat.keys().write(3);
    seat.keys().flush();
    await().atMost(Duration.ofSeconds(20)).until(() -> !seen().contains("abc"));
    seat.keys().write("said\r".getBytes(UTF_8));
    seat.keys().flush();
    assertThat(seat.line().get(20, TimeUnit.SECONDS)).contains("said");

    CompletableFuture<Optional<String>> next = line(seat.screen());
    // JLine does not hear of keys between two lines.
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> seen().contains(">") && !seen().contains("said"));
    seat.keys().write(3);
    seat.keys().flush();

    assertThat(next.get(20, TimeUnit.SECONDS)).contains("interrupted");
    seat.screen().close();
  }

  @Test
  void one_ctrl_c_that_is_told_of_twice_only_drops_what_was_typed() throws Exception {
    Seat seat = seat(true);
    seat.keys().write("abc".getBytes(UTF_8));
    seat.keys().flush();
    awaitSeen("> abc");
    seat.keys().write(new byte[] {3, 3});
    seat.keys().flush();
    await().atMost(Duration.ofSeconds(20)).until(() -> !seen().contains("abc"));
    seat.keys().write("said\r".getBytes(UTF_8));
    seat.keys().flush();

    assertThat(seat.line().get(20, TimeUnit.SECONDS)).contains("said");
    seat.screen().close();
  }

  @Test
  void whoever_types_when_a_terminal_is_closed_is_let_go() throws Exception {
    Seat seat = seat(true);
    seat.keys().write("abc".getBytes(UTF_8));
    seat.keys().flush();
    awaitSeen("> abc");

    seat.screen().close();

    assertThat(seat.line().get(20, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void ctrl_c_between_two_lines_wants_out() throws Exception {
    Seat seat = seat(true);
    seat.keys().write("said\r".getBytes(UTF_8));
    seat.keys().flush();
    assertThat(seat.line().get(20, TimeUnit.SECONDS)).contains("said");
    assertThat(seat.screen().interrupted()).isNotDone();

    seat.terminal().raise(Terminal.Signal.INT);

    assertThat(seat.screen().interrupted()).succeedsWithin(Duration.ofSeconds(20));
    assertThatExceptionOfType(Screen.InterruptException.class)
        .isThrownBy(() -> seat.screen().read());
    seat.screen().close();
  }

  @Test
  void ctrl_d_ends() throws Exception {
    Seat seat = seat(true);
    awaitSeen(">");
    seat.keys().write(4);
    seat.keys().flush();
    assertThat(seat.line().get(20, TimeUnit.SECONDS)).isEmpty();
    seat.screen().close();
  }
}
