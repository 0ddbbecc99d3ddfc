package fanweb.chat.ws;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.chat.ws.MessageAssembler.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageAssemblerTest {
  @Test
  void puts_parts_together_and_begins_anew() {
    MessageAssembler message = new MessageAssembler(100);

    assertThat(message.add("欢", false)).isEqualTo(State.INCOMPLETE);
    assertThat(message.add("迎", true)).isEqualTo(State.COMPLETE);
    assertThat(message.take()).isEqualTo("欢迎");

    assertThat(message.add("", true)).isEqualTo(State.COMPLETE);
    assertThat(message.take()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "éàü", "欢迎", "😀👩‍👩‍👧", "a\u0800\uffee"})
  void counts_as_many_bytes_as_utf8_takes(String text) {
    int bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;

    assertThat(new MessageAssembler(bytes).add(text, true)).isEqualTo(State.COMPLETE);
    assertThat(new MessageAssembler(bytes - 1).add(text, true)).isEqualTo(State.TOO_LONG);
  }

  @Test
  void counts_across_parts_and_stays_too_long() {
    MessageAssembler message = new MessageAssembler(4);

    assertThat(message.add("ab", false)).isEqualTo(State.INCOMPLETE);
    assertThat(message.add("abc", false)).isEqualTo(State.TOO_LONG);
    assertThat(message.add("", true)).isEqualTo(State.TOO_LONG);
  }
}
