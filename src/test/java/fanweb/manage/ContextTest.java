package fanweb.manage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.platform.config.ProcessSettings;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ContextTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private Context writingTo(OutputStream out) {
    Console console = new Console(InputStream.nullInputStream(), out, said, Map.of());
    return new Context(console, Words.of(Map.of()), ProcessSettings.of(Map.of()));
  }

  @Test
  void what_was_written_is_no_failure() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Context context = writingTo(out);
    context.console().out().print("all of it");
    context.demandWritten();
    assertThat(out.toString(UTF_8)).isEqualTo("all of it");
  }

  @Test
  void a_pipe_that_nobody_reads_ends_the_command_without_a_word() throws IOException {
    Pipe pipe = Pipe.open();
    pipe.source().close();
    try (OutputStream out = Channels.newOutputStream(pipe.sink())) {
      Context context = writingTo(out);
      context.console().out().println("to nobody");
      assertThatThrownBy(context::demandWritten)
          .isInstanceOfSatisfying(
              Failure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BROKEN_PIPE))
          .hasMessage(null);
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has a disk that is always full")
  void a_full_disk_is_told() throws IOException {
    try (OutputStream out = new FileOutputStream("/dev/full")) {
      Context context = writingTo(out);
      context.console().out().println("too much");
      assertThatThrownBy(context::demandWritten)
          .isInstanceOfSatisfying(
              Failure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FAILED))
          .hasMessageStartingWith("what it found could not be written: ");
    }
  }

  @Test
  void numbers_are_digits_alone() {
    Context context = writingTo(OutputStream.nullOutputStream());
    context.say("loaddata.no_row", 1_234_567L);
    context.say("sessions.ended", 1_234, "jay");
    context.say("sessions.ended", 1, "jay");
    assertThat(said.toString(UTF_8).lines())
        .containsExactly(
            "line 1234567 of the dump has no row: nothing was loaded",
            "1,234 sessions of jay ended",
            "one session of jay ended");
  }
}
