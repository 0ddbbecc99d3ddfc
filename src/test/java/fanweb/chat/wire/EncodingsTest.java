package fanweb.chat.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.channel.Encoding;
import fanweb.chat.Author;
import fanweb.chat.ChatEvent;
import fanweb.chat.GroupSettings;
import fanweb.chat.NodeNote;
import fanweb.chat.Rank;
import fanweb.chat.Restriction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingsTest {
  private static final Instant AT = Instant.ofEpochMilli(1_790_000_000_123L);
  private static final Author ANNA = new Author("g_1", "Anna 安娜 \"\\");
  private static final Author NAMELESS = new Author("g_2", "");

  private final Encoding<ChatEvent> events = new EventEncoding();
  private final Encoding<NodeNote> notes = new NoteEncoding();

  static Stream<ChatEvent> events() {
    return Stream.of(
        ChatEvent.Message.written(AT, ANNA, "欢迎 👩‍👩‍👧 \u0000\n\u2028</script>"),
        new ChatEvent.Message(AT, NAMELESS, "", ChatEvent.Message.State.DELETED),
        new ChatEvent.Edited(AT, ANNA, Long.MAX_VALUE, "x".repeat(70_000)),
        new ChatEvent.Deleted(AT, ANNA, 7),
        new ChatEvent.Moderated(AT, ANNA, new Restriction("g_2", Restriction.Kind.MUTE, AT)),
        new ChatEvent.Moderated(AT, ANNA, new Restriction("g_2", Restriction.Kind.BAN, null)),
        new ChatEvent.MemberChanged(AT, ANNA, "u_1", Rank.OWNER),
        new ChatEvent.MemberChanged(AT, ANNA, "u_1", null),
        new ChatEvent.SettingsChanged(
            AT,
            ANNA,
            new GroupSettings(
                "标题",
                false,
                GroupSettings.Access.MEMBERS,
                GroupSettings.Access.EVERYONE,
                1,
                2,
                3_000_000_000L)));
  }

  static Stream<NodeNote> notes() {
    return Stream.of(
        new NodeNote.Whole(List.of()),
        new NodeNote.Whole(List.of(ANNA, NAMELESS)),
        new NodeNote.Change(List.of(ANNA), List.of(NAMELESS)),
        new NodeNote.Writing(ANNA, true),
        new NodeNote.Writing(ANNA, false),
        new NodeNote.Asking(),
        new NodeNote.Alive());
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventComesOutAsItWentIn(ChatEvent event) {
    assertThat(events.decode(events.encode(event))).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("notes")
  void aNoteComesOutAsItWentIn(NodeNote note) {
    assertThat(notes.decode(notes.encode(note))).isEqualTo(note);
  }

  @Test
  void everyKindIsTried() {
    assertThat(kinds(events())).isEqualTo(Set.of(ChatEvent.class.getPermittedSubclasses()));
    assertThat(kinds(notes())).isEqualTo(Set.of(NodeNote.class.getPermittedSubclasses()));
  }

  @Test
  void whatALaterReleaseAddsIsIgnoredAndWhatAnEarlierOneLacksHasADefault() {
    String later =
        "{\"type\":\"message\",\"at\":1,\"author\":\"g_1\",\"text\":\"hi\",\"mood\":{\"x\":[1]}}";

    assertThat(events.decode(bytes(later)))
        .isEqualTo(ChatEvent.Message.written(Instant.ofEpochMilli(1), new Author("g_1", ""), "hi"));
    assertThat(notes.decode(bytes("{\"type\":\"change\",\"colour\":1}")))
        .isEqualTo(new NodeNote.Change(List.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{",
        "{}",
        "{\"type\":\"poll\",\"at\":1,\"author\":\"g_1\"}",
        "{\"type\":7}",
        "{\"type\":\"message\",\"at\":1.5,\"author\":\"g_1\",\"text\":\"\"}",
        "{\"type\":\"message\",\"at\":1,\"author\":\"\",\"text\":\"\"}",
        "{\"type\":\"message\",\"at\":1,\"author\":\"g_1\",\"text\":\"\",\"state\":\"ODD\"}"
      })
  void whatIsNoEventAndNoNoteIsRefused(String text) {
    assertThatThrownBy(() -> events.decode(bytes(text)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> notes.decode(bytes(text)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatWasDeletedOrChangedIsNotToBeRemembered() {
    assertThat(events().map(events::erases))
        .containsExactly(0L, 0L, Long.MAX_VALUE, Long.MAX_VALUE, 0L, 0L, 0L, 0L, 0L);
  }

  private static Set<Class<?>> kinds(Stream<?> samples) {
    return samples.map(Object::getClass).collect(Collectors.toSet());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
