package fanweb.chat.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.chat.ChatCommand;
import fanweb.chat.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @Test
  void takes_the_tutorials_word_for_closing() {
    assertThat(PlainText.decode("关闭")).isEqualTo(new ChatCommand.Leave());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "你好", "关闭 ", "{\"text\":\"关闭\"}"})
  void takes_every_other_text_for_a_message(String text) {
    assertThat(PlainText.decode(text)).isEqualTo(new ChatCommand.Publish(text));
  }

  @ParameterizedTest
  @EnumSource
  void marks_what_the_server_says_itself(Refusal refusal) {
    assertThat(PlainText.encode(refusal)).startsWith("⚠ ");
  }
}
