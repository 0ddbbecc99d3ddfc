package fanweb.manage.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChatInputTest {
  @Test
  void what_begins_with_a_slash_is_a_command_and_with_two_a_message() {
    assertThat(ChatInput.parse("hello /who")).isEqualTo(new ChatInput.Say("hello /who"));
    assertThat(ChatInput.parse("//who")).isEqualTo(new ChatInput.Say("/who"));
    assertThat(ChatInput.parse(" /who")).isEqualTo(new ChatInput.Say(" /who"));
    assertThat(ChatInput.parse("/who")).isEqualTo(new ChatInput.Who());
    assertThat(ChatInput.parse("/HELP ")).isEqualTo(new ChatInput.Help());
    assertThat(ChatInput.parse("/dance")).isEqualTo(new ChatInput.Unknown("/dance"));
  }

  @Test
  void quit_leaves_and_blanks_say_nothing() {
    assertThat(ChatInput.parse("quit")).isEqualTo(new ChatInput.Leave());
    assertThat(ChatInput.parse(" quit ")).isEqualTo(new ChatInput.Leave());
    assertThat(ChatInput.parse("/quit")).isEqualTo(new ChatInput.Leave());
    assertThat(ChatInput.parse("quit it")).isEqualTo(new ChatInput.Say("quit it"));
    assertThat(ChatInput.parse("  ")).isEqualTo(new ChatInput.Nothing());
  }

  @Test
  void one_may_look_back_as_far_as_a_page_goes() {
    assertThat(ChatInput.parse("/history")).isEqualTo(new ChatInput.Latest(20));
    assertThat(ChatInput.parse("/history 5")).isEqualTo(new ChatInput.Latest(5));
    assertThat(ChatInput.parse("/history 999")).isEqualTo(new ChatInput.Latest(200));
    assertThat(ChatInput.parse("/history x")).isEqualTo(new ChatInput.Unknown("/history x"));
    assertThat(ChatInput.parse("/history 0")).isEqualTo(new ChatInput.Unknown("/history 0"));
    assertThat(ChatInput.parse("/search 你好 world")).isEqualTo(new ChatInput.Search("你好 world"));
    assertThat(ChatInput.parse("/search")).isEqualTo(new ChatInput.Unknown("/search"));
  }
}
