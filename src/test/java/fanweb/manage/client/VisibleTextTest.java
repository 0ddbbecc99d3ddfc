package fanweb.manage.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisibleTextTest {
  /** All that a terminal may take for a command, and what turns letters around. */
  private static final String UNFIT =
      IntStream.concat(
              IntStream.concat(IntStream.range(0, 0x20), IntStream.range(0x7f, 0xa0)),
              IntStream.of(
                  0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068,
                  0x2069))
          .mapToObj(Character::toString)
          .collect(Collectors.joining());

  private static boolean isFit(String text) {
    return text.chars().noneMatch(letter -> UNFIT.indexOf(letter) >= 0);
  }

  @Test
  void nothing_that_others_write_reaches_the_terminal_as_a_command() {
    assertThat(VisibleText.line(UNFIT)).satisfies(line -> assertThat(isFit(line)).isTrue());
    assertThat(VisibleText.lines(UNFIT)).allMatch(VisibleTextTest::isFit);
    assertThat(VisibleText.field(UNFIT, UTF_8)).matches(VisibleTextTest::isFit);
    assertThat(VisibleText.json(UNFIT, UTF_8)).matches(VisibleTextTest::isFit);
    assertThat(VisibleText.line("\u001b[31m\u0007\u009b1m\ud83d"))
        .isEqualTo("␛[31m␇\ufffd1m\ufffd");
  }

  @Test
  void texts_stay_what_they_are() {
    String text = "你好 😀 é e\u0301 👨‍👩‍👧 \\ \"";

    assertThat(VisibleText.line(text)).isEqualTo(text);
    assertThat(VisibleText.json(text, UTF_8)).isEqualTo(text);
  }

  @Test
  void a_text_of_several_lines_has_them_and_a_tab_is_some_blanks() {
    assertThat(VisibleText.lines("a\r\nb\n\n\tc")).containsExactly("a", "b", "", "    c");
    assertThat(VisibleText.lines("")).containsExactly("");
  }

  @Test
  void a_field_is_one_line_without_tabs_and_can_be_turned_back() {
    assertThat(VisibleText.field("a\tb\nc\\n\r\u001b", UTF_8))
        .isEqualTo("a\\tb\\nc\\\\n\\r\\u001b");
    assertThat(VisibleText.field("é你😀", ISO_8859_1)).isEqualTo("é\\u4f60\\ud83d\\ude00");
  }

  @Test
  void json_means_the_same_where_its_letters_cannot_be_written() {
    String json = VisibleText.json("{\"text\":\"你\u009b\"}", US_ASCII);

    assertThat(json).isEqualTo("{\"text\":\"\\u4f60\\u009b\"}");
    assertThat(Frames.object(json).getString("text")).isEqualTo("你\u009b");
  }
}
