package fanweb.manage.client;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.manage.Console;
import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.manage.Failure;
import fanweb.manage.Words;
import fanweb.platform.config.ProcessSettings;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
  private static final OutputStream NOWHERE = OutputStream.nullOutputStream();

  private final Explanation explanation =
      new Explanation(
          new Context(
              new Console(InputStream.nullInputStream(), NOWHERE, NOWHERE, Map.of()),
              Words.of(Map.of()),
              ProcessSettings.of(Map.of())),
          ChatAddress.parse("ws://h/ws/1/").orElseThrow());

  @ParameterizedTest
  @CsvSource({"4501, 6", "4503, 6", "1003, 6", "1008, 6", "1009, 6", "1001, 5", "4000, 5"})
  void whoever_is_sent_away_is_refused_and_all_else_is_nobody_there(int code, int exitCode) {
    Failure failure = explanation.of(new End.NoLine(new LineEnd.Closed(code, "why")));
    assertThat(failure.exitCode()).isEqualTo(exitCode);
    assertThat(failure).hasMessage("the server has ended the line: " + code + " why");
  }

  @Test
  void what_a_server_says_is_no_command_for_the_terminal() {
    Failure failure =
        explanation.of(new End.ShutOut(new Refusal("no\u001b[2J", "\u202eme", false)));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(failure.getMessage()).doesNotContain("\u001b", "\u202e");
  }
}
