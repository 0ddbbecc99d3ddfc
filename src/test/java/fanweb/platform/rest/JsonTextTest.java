package fanweb.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fanweb.platform.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTextTest {
  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("", "is no JSON at line"),
        Arguments.of("nonsense", "is no JSON at line 1, column"),
        Arguments.of("{\"a\":1,\n\"b\"", "is no JSON at line 2, column"),
        Arguments.of("{'a':1}", "is no JSON"),
        Arguments.of("{\"a\":1,}", "is no JSON"),
        Arguments.of("{\"a\":01}", "is no JSON"),
        Arguments.of("{\"a\":NaN}", "is no JSON"),
        Arguments.of("{} {}", "goes on after its end"),
        Arguments.of("{}x", "goes on after its end"),
        Arguments.of("[]]", "goes on after its end"),
        Arguments.of("{\"a\":1,\"a\":2}", "has a field for the second time at line 1, column"),
        Arguments.of("[{\"a\":1,\"a\":2}]", "has a field for the second time"),
        Arguments.of("[".repeat(33) + "]".repeat(33), "is nested more than 32 levels deep"),
        Arguments.of("[".repeat(10_000), "is nested more than 32 levels deep"),
        Arguments.of("{\"a\":".repeat(10_000), "is nested more than 32 levels deep"),
        Arguments.of("{\"a\":1e9999999999}", "has a number that is too long"),
        Arguments.of("{\"a\":1e" + "9".repeat(1_000) + "}", "has a number that is too long"),
        Arguments.of("{\"a\":" + "9".repeat(900_000) + "}", "has a number that is too long"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void what_is_no_single_json_text_is_told_how(String text, String detail) {
    assertThat(refusal(text.getBytes(StandardCharsets.UTF_8)).faults().get(0).detail())
        .startsWith(detail);
  }

  @Test
  void what_is_no_utf8_is_refused() {
    assertThat(refusal(new byte[] {'"', (byte) 0xc3, '"'}).detail())
        .isEqualTo("The body is not UTF-8");
  }

  @Test
  void brackets_in_texts_are_no_levels() {
    String text = "{\"a\":\"" + "[{\\\"".repeat(100) + "\"} ";
    assertThat(JsonText.parse(text.getBytes(StandardCharsets.UTF_8)).asJsonObject()).hasSize(1);
  }

  @Test
  void as_many_levels_as_are_allowed_are_read() {
    String text = "[".repeat(32) + "]".repeat(32);
    assertThat(JsonText.parse(text.getBytes(StandardCharsets.UTF_8)).asJsonArray()).hasSize(1);
  }

  private static RefusedException refusal(byte[] body) {
    return Objects.requireNonNull(
        catchThrowableOfType(RefusedException.class, () -> JsonText.parse(body)));
  }
}
