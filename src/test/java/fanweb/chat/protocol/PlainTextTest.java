package fanweb.chat.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.channel.GroupName;
import fanweb.chat.ChatCommand;
import fanweb.chat.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  private static final GroupName GROUP = new GroupName("123");

  @Test
  void takesTheTutorialsWordForClosing() {
    assertThat(PlainText.decode(GROUP, "关闭")).isEqualTo(new ChatCommand.Close());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "你好", "关闭 ", "{\"text\":\"关闭\"}"})
  void takesEveryOtherTextForAMessage(String text) {
    assertThat(PlainText.decode(GROUP, text)).isEqualTo(new ChatCommand.Publish(GROUP, null, text));
  }

  @ParameterizedTest
  @EnumSource
  void marksWhatTheServerSaysItself(Refusal refusal) {
    assertThat(PlainText.encode(refusal)).startsWith("⚠ ");
  }
}
