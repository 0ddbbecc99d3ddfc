package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import fanweb.chat.protocol.PlainText;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saying the same again, under the same key, because nobody said that it was stored. */
class RetryTest {
  private static final GroupName GROUP = new GroupName("123");
  private static final Author ANN = new Author("g_ann", "Ann");
  private static final Author MODERATOR = new Author("api", "");

  private final ChatNode node = ChatNode.start();

  @AfterEach
  void stop() throws InterruptedException {
    node.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsStoredIsToldSoThoughItsAuthorMayNotWriteAnyMore(boolean durable) throws Exception {
    setUp(durable);
    StreamPosition said = ((Outcome.Stored) say("k", "hello")).position();

    moderate(
        new ChatEvent.Moderated(
            Instant.now(), MODERATOR, new Restriction(ANN.id(), Restriction.Kind.MUTE, null)));

    assertThat(say("k", "hello")).isEqualTo(new Outcome.Stored(said, true));
    assertThat(say("k", "other")).isEqualTo(new Outcome.Refused(Refusal.KEY_REUSED));
    assertThat(say("new", "hello")).isEqualTo(new Outcome.Refused(Refusal.MUTED));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatWasDeletedSinceIsToldToHaveBeenSaid(boolean durable) throws Exception {
    setUp(durable);
    StreamPosition said = ((Outcome.Stored) say("k", "hello")).position();
    assertThat(say("k", "other")).isEqualTo(new Outcome.Refused(Refusal.KEY_REUSED));

    moderate(new ChatEvent.Deleted(Instant.now(), MODERATOR, said.offset()));

    // Nobody can say any more what it was.
    assertThat(say("k", "other")).isEqualTo(new Outcome.Stored(said, true));
  }

  /** Somebody holds the group, lest a live one forget everything between two words. */
  private void setUp(boolean durable) throws Exception {
    GroupSettings settings =
        new GroupSettings(
            "", durable, GroupSettings.Access.EVERYONE, GroupSettings.Access.EVERYONE, 0, 0, 0);
    moderate(new ChatEvent.SettingsChanged(Instant.now(), MODERATOR, settings));
    node.join(new PlainText(), GROUP);
  }

  private void moderate(ChatEvent event) throws Exception {
    assertThat(submit(null, event)).isInstanceOf(Outcome.Stored.class);
  }

  private Outcome say(String key, String text) throws Exception {
    return submit(key, ChatEvent.Message.written(Instant.now(), ANN, text));
  }

  private Outcome submit(@Nullable String key, ChatEvent event) throws Exception {
    String author = event.author().id();
    Identity who = author.equals(MODERATOR.id()) ? Identity.machine() : node.people().guest(author);
    return node.service().submit(Draft.of(GROUP, key, who, event)).get(20, TimeUnit.SECONDS);
  }
}
