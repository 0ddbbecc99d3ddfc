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
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Size SIZE = Size.of(60, 10);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong();

  /** A reader who is waiting for a line, what is typed, and what is seen. */
  private record Seat(
      TerminalScreen screen,
      Terminal terminal,
      OutputStream keys,
      CompletableFuture<Optional<String>> line) {
    void type(String typed) throws IOException {
      keys.write(typed.getBytes(UTF_8));
      keys.flush();
    }
  }

  /** A seat where something was typed and dropped by Ctrl-C, perhaps told of twice. */
  private Seat dropped(String ctrlC) throws IOException {
    Seat seat = seat(true);
    seat.type("abc");
    awaitSeen("> abc");
    seat.type(ctrlC);
    await().atMost(PATIENCE).until(() -> !seen().contains("abc"));
    return seat;
  }

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
    await().atMost(PATIENCE).until(() -> seen().contains(text));
  }

  @Test
  void the_line_that_is_typed_stays_whole_while_others_come_in_above_it() throws Exception {
    Seat seat = seat(true);
    seat.type("你好, wor");
    awaitSeen("> 你好, wor");

    seat.screen().show(new AttributedString("12:00:00 Bob: one"));
    seat.screen().note("a note");
    awaitSeen("a note");
    assertThat(seen().lines().map(String::stripTrailing))
        .containsSubsequence("12:00:00 Bob: one", "a note", "> 你好, wor");

    seat.type("ld!!\r");
    assertThat(seat.line().get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).contains("你好, world!!");
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
    await().atMost(PATIENCE).until(() -> out.toString(UTF_8).contains("\u001b[32mgreen"));
    other.screen().close();
  }

  @Test
  void ctrl_c_drops_what_was_typed_and_then_interrupts() throws Exception {
    Seat seat = dropped(CTRL_C);
    assertThat(seat.line()).isNotDone();
    // Between two lines nobody listens to keys for a moment.
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
              seat.type(CTRL_C);
              return seat.line().isDone();
            });
    assertThat(seat.line()).isCompletedWithValue(Optional.of("interrupted"));
    seat.screen().close();
  }

  @Test
  void ctrl_c_after_other_keys_is_another_however_soon() throws Exception {
    Seat seat = dropped(CTRL_C);
    seat.type("said\r");
    assertThat(seat.line().get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).contains("said");

    CompletableFuture<Optional<String>> next = line(seat.screen());
    // JLine does not hear of keys between two lines.
    await().atMost(PATIENCE).until(() -> seen().contains(">") && !seen().contains("said"));
    seat.type(CTRL_C);

    assertThat(next.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).contains("interrupted");
    seat.screen().close();
  }

  @Test
  void one_ctrl_c_that_is_told_of_twice_only_drops_what_was_typed() throws Exception {
    Seat seat = dropped(CTRL_C + CTRL_C);
    seat.type("said\r");

    assertThat(seat.line().get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).contains("said");
    seat.screen().close();
  }

  @Test
  void whoever_types_when_a_terminal_is_closed_is_let_go() throws Exception {
    Seat seat = seat(true);
    seat.type("abc");
    awaitSeen("> abc");

    seat.screen().close();

    assertThat(seat.line().get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void ctrl_c_between_two_lines_wants_out() throws Exception {
    Seat seat = seat(true);
    seat.type("said\r");
    assertThat(seat.line().get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).contains("said");
    assertThat(seat.screen().interrupted()).isNotDone();

    seat.terminal().raise(Terminal.Signal.INT);

    assertThat(seat.screen().interrupted()).succeedsWithin(PATIENCE);
    assertThatExceptionOfType(Screen.InterruptException.class)
        .isThrownBy(() -> seat.screen().read());
    seat.screen().close();
  }

  @Test
  void ctrl_d_ends() throws Exception {
    Seat seat = seat(true);
    awaitSeen(">");
    seat.type(CTRL_D);
    assertThat(seat.line().get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEmpty();
    seat.screen().close();
  }
}
