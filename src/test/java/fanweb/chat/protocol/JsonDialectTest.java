package fanweb.chat.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.account.GuestToken;
import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import fanweb.chat.Author;
import fanweb.chat.ChatEvent;
import fanweb.chat.ChatEvent.Message;
import fanweb.chat.ChatReply;
import fanweb.chat.Ephemeral;
import fanweb.chat.GroupSettings;
import fanweb.chat.JournalEntry;
import fanweb.chat.Permission;
import fanweb.chat.Refusal;
import fanweb.chat.Restriction;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What travels, letter for letter; {@code '} stands for a quotation mark. */
class JsonDialectTest {
  private static final GroupName GROUP = new GroupName("lobby");
  private static final Author ANN = new Author("g_1", "Ann \"A\"");
  private static final Instant AT = Instant.parse("2026-11-25T08:00:00Z");
  private static final String HEAD =
      "'group':'lobby','offset':7,'at':'2026-11-25T08:00:00.000Z','author':'g_1',"
          + "'name':'Ann \\'A\\''";

  private final JsonDialect dialect = new JsonDialect();

  @Test
  void aMessageIsToldAsItStands() {
    assertThat(event(message(Message.State.WRITTEN)))
        .isEqualTo(json("{'type':'message'," + HEAD + ",'text':'a\\nb'}"));
    assertThat(event(message(Message.State.EDITED)))
        .isEqualTo(json("{'type':'message'," + HEAD + ",'text':'a\\nb','edited':true}"));
    assertThat(event(message(Message.State.DELETED)))
        .as("whatever text it still had")
        .isEqualTo(json("{'type':'message'," + HEAD + ",'deleted':true}"));
  }

  @Test
  void changesOfAMessageNameIt() {
    assertThat(event(new ChatEvent.Edited(AT, ANN, 3, "x")))
        .isEqualTo(json("{'type':'edited'," + HEAD + ",'target':3,'text':'x'}"));
    assertThat(event(new ChatEvent.Deleted(AT, ANN, 3)))
        .isEqualTo(json("{'type':'deleted'," + HEAD + ",'target':3}"));
  }

  @Test
  void whatModeratorsDoIsTold() {
    assertThat(event(moderated(Restriction.Kind.MUTE, AT)))
        .isEqualTo(
            json(
                "{'type':'moderated',"
                    + HEAD
                    + ",'subject':'g_2','action':'mute','until':'2026-11-25T08:00:00.000Z'}"));
    assertThat(event(moderated(Restriction.Kind.LIFT, null)))
        .isEqualTo(json("{'type':'moderated'," + HEAD + ",'subject':'g_2','action':'lift'}"));
    assertThat(event(new ChatEvent.SettingsChanged(AT, ANN, GroupSettings.DEFAULTS)))
        .isEqualTo(
            json(
                "{'type':'settings',"
                    + HEAD
                    + ",'settings':{'title':'','durable':true,'read':'everyone',"
                    + "'write':'everyone','slowSeconds':0,'keepMessages':0,'keepSeconds':0}}"));
  }

  @Test
  void repliesRepeatTheIdAsItStoodAndHaveNoneWithoutOne() {
    assertThat(dialect.reply("\"a\"", new ChatReply.Pong()))
        .hasValue(json("{'type':'pong','id':'a'}"));
    assertThat(dialect.reply("7", new ChatReply.Done())).hasValue(json("{'type':'ok','id':7}"));
    assertThat(dialect.reply(null, new ChatReply.Done())).hasValue(json("{'type':'ok'}"));
    StreamPosition position = new StreamPosition("e", 9);
    assertThat(dialect.reply("7", new ChatReply.Ack(GROUP, position, false)))
        .hasValue(json("{'type':'ack','id':7,'group':'lobby','offset':9,'epoch':'e'}"));
    assertThat(dialect.reply("7", new ChatReply.Failed(Refusal.TOO_FAST)))
        .hasValue(
            json(
                "{'type':'error','id':7,'code':'too_fast','message':'"
                    + Refusal.TOO_FAST.message()
                    + "','temporary':true}"));
  }

  @Test
  void aWelcomeListsWhatOneMayDoAlwaysInTheSameOrder() {
    GuestToken token = new GuestToken("t_" + "A".repeat(43));
    ChatReply welcome =
        new ChatReply.Welcome(
            GROUP,
            1,
            new StreamPosition("e", 9),
            true,
            new ChatReply.Speaker(ANN, token),
            new ChatReply.Standing(
                Set.of(Permission.MODERATE, Permission.PUBLISH), GroupSettings.DEFAULTS));

    assertThat(dialect.reply("1", welcome).orElseThrow())
        .startsWith(
            json(
                "{'type':'welcome','id':1,'group':'lobby','offset':1,'head':9,'epoch':'e',"
                    + "'recovered':true,'author':'g_1','name':'Ann \\'A\\'','token':'"
                    + token.value()
                    + "','may':['publish','moderate'],'settings':{"));
  }

  @Test
  void ofALargeGroupOnlyTheNumberIsTold() {
    assertThat(told(new Ephemeral.Presence(1, List.of(new Author("g_2", "B")))))
        .isEqualTo(
            json(
                "{'type':'presence','group':'lobby','count':1,'here':[{'author':'g_2','name':'B'}]}"));
    assertThat(told(new Ephemeral.Presence(0, List.of())))
        .isEqualTo(json("{'type':'presence','group':'lobby','count':0,'here':[]}"));
    assertThat(told(new Ephemeral.Presence(101, List.of())))
        .isEqualTo(json("{'type':'presence','group':'lobby','count':101}"));
    assertThat(told(new Ephemeral.PresenceChange(0, List.of(), List.of())))
        .isEqualTo(json("{'type':'presence','group':'lobby','count':0,'joined':[],'left':[]}"));
  }

  private String told(Ephemeral ephemeral) {
    return dialect.ephemeral(GROUP, ephemeral).orElseThrow();
  }

  private String event(ChatEvent event) {
    return dialect.event(GROUP, new JournalEntry(7, event)).orElseThrow();
  }

  private static ChatEvent message(Message.State state) {
    return new Message(AT, ANN, "a\nb", state);
  }

  private static ChatEvent moderated(Restriction.Kind kind, @Nullable Instant until) {
    return new ChatEvent.Moderated(AT, ANN, new Restriction("g_2", kind, until));
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
