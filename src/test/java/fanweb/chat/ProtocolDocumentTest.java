package fanweb.chat;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import fanweb.account.GuestToken;
import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import fanweb.chat.ChatReply.Misread.Fault;
import fanweb.chat.protocol.FrameCodec;
import fanweb.chat.protocol.JsonDialect;
import fanweb.chat.protocol.Request;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document names what the code has, and nothing else. */
class ProtocolDocumentTest {
  private static final GroupName GROUP = new GroupName("lobby");
  private static final Author API = new Author("api", "");
  private static final Instant AT = Instant.parse("2026-11-25T08:00:00Z");
  private static final GroupSettings SETTINGS =
      new GroupSettings(
          "The lobby",
          true,
          GroupSettings.Access.EVERYONE,
          GroupSettings.Access.EVERYONE,
          5,
          1000,
          86_400);

  private final ProtocolDocument document = ProtocolDocument.read();
  private final JsonDialect dialect = new JsonDialect();

  @Test
  void allCommandsHaveAHeading() {
    Set<String> commands =
        Stream.of(ChatCommand.InGroup.class, ChatCommand.class)
            .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
            .filter(type -> type.isRecord() && type != ChatCommand.Close.class)
            .map(type -> type.getSimpleName().toLowerCase(Locale.ROOT))
            .collect(toSet());

    assertThat(document.types("Commands")).containsExactlyInAnyOrderElementsOf(commands);
    assertThat(commands)
        .as("the codec knows all of them, and says which in its message")
        .allSatisfy(command -> assertThat(messageFor("no-such-command")).contains(command));
  }

  @Test
  void allRepliesHaveAHeading() {
    StreamPosition position = new StreamPosition("epoch", 1);
    ChatReply.Speaker speaker = new ChatReply.Speaker(API, new GuestToken("t_" + "A".repeat(43)));
    List<ChatReply> replies =
        List.of(
            new ChatReply.Welcome(
                GROUP, 1, position, true, speaker, new ChatReply.Standing(Set.of(), SETTINGS)),
            new ChatReply.Ack(GROUP, position, true),
            new ChatReply.Done(),
            new ChatReply.Pong(),
            new ChatReply.Failed(Refusal.BANNED),
            new ChatReply.Misread(Fault.INVALID, ""));

    assertCovers(ChatReply.class, replies);
    assertNames("Replies", replies.stream().map(reply -> dialect.reply("1", reply)));
  }

  @Test
  void allEventsHaveAHeading() {
    List<ChatEvent> events =
        List.of(
            ChatEvent.Message.written(AT, API, ""),
            new ChatEvent.Edited(AT, API, 1, ""),
            new ChatEvent.Deleted(AT, API, 1),
            moderated(),
            appointed(),
            new ChatEvent.SettingsChanged(AT, API, SETTINGS));

    assertCovers(ChatEvent.class, events);
    assertNames("Events", events.stream().map(event -> event(1, event)));
  }

  @Test
  void allThatPassesHasAHeading() {
    List<Ephemeral> passing =
        List.of(
            new Ephemeral.Presence(0, List.of()),
            new Ephemeral.PresenceChange(0, List.of(), List.of()),
            new Ephemeral.Typing(List.of()),
            new Ephemeral.Reset(new StreamPosition("epoch", 1)));

    assertCovers(Ephemeral.class, passing);
    assertNames("What passes", passing.stream().map(one -> dialect.ephemeral(GROUP, one)));
  }

  @Test
  void allErrorsAreListedAndWhetherTheyAreTemporary() {
    Stream<String> refusals =
        Arrays.stream(Refusal.values()).map(one -> error(one.code(), one.isTemporary()));
    Stream<String> faults = Arrays.stream(Fault.values()).map(one -> error(one.code(), false));

    assertThat(document.rows("Errors").stream().map(row -> row.get(0) + " " + row.get(1)))
        .containsExactlyInAnyOrderElementsOf(Stream.concat(refusals, faults).toList());
  }

  @Test
  void allCloseCodesAreListed() {
    // JSON has no word for closing, is told to reset, and only it must answer pings.
    Stream<String> endings =
        Arrays.stream(Ending.values())
            .map(
                one ->
                    switch (one) {
                      case ASKED_FOR, OVERTAKEN -> "– " + one.code();
                      case NO_PONG -> one.jsonCode() + " –";
                      default -> one.jsonCode() + " " + one.code();
                    });

    assertThat(document.rows("How it ends").stream().map(row -> row.get(0) + " " + row.get(1)))
        .containsExactlyInAnyOrderElementsOf(endings.toList());
  }

  @Test
  void aCodeSaysWhetherToComeBack() {
    assertThat(Ending.values())
        .filteredOn(one -> one.jsonCode() >= 4000)
        .allSatisfy(
            one -> assertThat(one.jsonCode() < 4500).isEqualTo(one.reason().contains("come back")));
  }

  @Test
  void whatIsShownAloneIsWrittenByTheServerInTheSameWords() {
    StreamPosition head = new StreamPosition("fd1c208e-58fc-46b8-b73d-cd05a854e456", 5000);

    assertThat(document.samples())
        .containsExactly(
            object(event(7, moderated())),
            object(event(9, appointed())),
            object(event(8, new ChatEvent.SettingsChanged(AT, API, SETTINGS))),
            object(dialect.ephemeral(GROUP, new Ephemeral.Reset(head))));
  }

  @Test
  void limitsAreThoseOfTheCode() {
    String limits = document.rows("Limits").toString().replace(",", "");

    assertThat(limits)
        .contains("commands not answered yet " + dialect.maxUnanswered())
        .contains("replies not read yet " + Writer.MAX_REPLIES)
        .contains("key " + Draft.MAX_KEY + " characters")
        .contains("name " + Author.MAX_NAME + " characters")
        .contains("after " + SendLimit.MAX_REFUSALS + " of them");
  }

  private void assertNames(String section, Stream<Optional<String>> objects) {
    Set<String> types = objects.map(one -> object(one).getString("type")).collect(toSet());
    assertThat(document.types(section)).containsExactlyInAnyOrderElementsOf(types);
  }

  private static void assertCovers(Class<?> type, List<?> examples) {
    assertThat(examples.stream().map(Object::getClass).collect(toSet()))
        .as("one example of each %s", type.getSimpleName())
        .isEqualTo(Set.of(type.getPermittedSubclasses()));
  }

  private Optional<String> event(long offset, ChatEvent event) {
    return dialect.event(GROUP, new JournalEntry(offset, event));
  }

  private static ChatEvent moderated() {
    return new ChatEvent.Moderated(
        AT,
        API,
        new Restriction("g_IgauxQF42oU481NKlftSrg", Restriction.Kind.MUTE, AT.plusSeconds(3600)));
  }

  private static ChatEvent appointed() {
    return new ChatEvent.MemberChanged(AT, API, "u_7", Rank.MODERATOR);
  }

  private static JsonObject object(Optional<String> text) {
    return JsonSpeaker.object(text.orElseThrow());
  }

  private static String error(String code, boolean isTemporary) {
    return "`" + code + "` " + (isTemporary ? "yes" : "no");
  }

  private static String messageFor(String type) {
    Request request = FrameCodec.read(GROUP, "{\"type\":\"" + type + "\"}").iterator().next();
    return ((Request.Misunderstood) request).reply().message();
  }
}
