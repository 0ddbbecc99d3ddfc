package fanweb.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"123", "a", "_", "建站互助", "Ünïcode-1.0", "a..b", "हिन्दी", "한국어", "x.", "𝒳"})
  void allows_letters_digits_underscore_hyphen_and_dot_of_any_script(String name) {
    assertThat(GroupName.parse(name)).map(GroupName::value).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", "..", ".hidden", "a b", "a/b", "a\\b", "a\u0000", "a\n", "a\tb", "<script>", "a?b",
        "a#b", "a%b", "a&b", "a;b", "a'b", "a\"b", "a:b", "a@b", "a+b", "😀", "a\u200db",
            "a\u202eb",
        "\ud800", "a\u00a0b"
      })
  void refuses_everything_else(String name) {
    assertThat(GroupName.parse(name)).isEmpty();
    assertThatThrownBy(() -> new GroupName(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void counts_code_points_after_normalisation() {
    assertThat(GroupName.parse("群".repeat(100))).isPresent();
    assertThat(GroupName.parse("𝒳".repeat(100))).isPresent();
    assertThat(GroupName.parse("e\u0301".repeat(100))).isPresent();
    assertThat(GroupName.parse("群".repeat(101))).isEmpty();
    assertThat(GroupName.parse("a".repeat(10_000_000))).isEmpty();
  }

  @Test
  void takes_two_spellings_of_the_same_character_for_one_name() {
    assertThat(GroupName.parse("e\u0301")).isEqualTo(GroupName.parse("\u00e9"));
  }

  @Test
  void keeps_names_apart_that_differ_in_case_or_accent() {
    assertThat(GroupName.parse("ABC")).isNotEqualTo(GroupName.parse("abc"));
    assertThat(GroupName.parse("ábc")).isNotEqualTo(GroupName.parse("abc"));
  }
}
