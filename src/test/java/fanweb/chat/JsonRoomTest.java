package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.account.Identity;
import fanweb.channel.ChannelLayer;
import fanweb.channel.GroupName;
import fanweb.channel.PassingLayer;
import fanweb.channel.Publication;
import fanweb.channel.StreamPosition;
import fanweb.chat.jdbc.JdbcRetention;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What clients of {@code fanweb.v1} are told, where a socket would only be in the way. */
class JsonRoomTest {
  private static final GroupName GROUP = new GroupName("123");
  private static final Author MODERATOR = new Author("moderator", "Mo");

  private final DataSource database = ChatNode.newDatabase();
  private final ChatNode node = ChatNode.on(database);

  @AfterEach
  void stop() throws InterruptedException {
    node.close();
  }

  @Test
  void theFirstThingToldOfPresenceIsTheWhole() {
    JsonPeer ann = new JsonPeer(node, GROUP);
    String author = ann.join().getString("author");

    JsonObject presence = ann.awaitType("presence");

    assertThat(presence.getInt("count")).isEqualTo(1);
    assertThat(presence.getJsonArray("here").getJsonObject(0).getString("author"))
        .isEqualTo(author);
  }

  @Test
  void nonsenseCountsForTheLimitAndEndsInFlooding() {
    JsonPeer noisy = new JsonPeer(node, GROUP, SendLimit.of(1, 5));

    noisy.send("nonsense\n".repeat(1_000));

    await().until(() -> noisy.line().endings().contains(Ending.FLOODING));
    assertThat(noisy.heard()).hasSizeBetween(5, 5 + 2 * SendLimit.MAX_REFUSALS);
    assertThat(noisy.heard().get(0).getString("code")).isEqualTo("malformed");
    assertThat(noisy.heard().get(noisy.heard().size() - 1).getString("code")).isEqualTo("too_fast");
  }

  @Test
  void oneThatIsEndedForFloodingIsNotListenedToAnyMore() {
    JsonPeer witness = new JsonPeer(node, GROUP);
    witness.join();
    JsonPeer noisy = new JsonPeer(node, GROUP, SendLimit.of(1, 5));
    noisy.send("{\"type\":\"join\"}");

    noisy.send("{\"type\":\"publish\",\"text\":\"x\"}\n".repeat(40) + "{\"type\":\"ping\"}");

    await().until(() -> noisy.line().endings().contains(Ending.FLOODING));
    assertThat(noisy.heard("pong")).isEmpty();
    witness.publish("last");
    await().until(() -> witness.heard("message").stream().anyMatch(JsonRoomTest::isLast));
    assertThat(witness.heard("message")).hasSizeLessThan(10);
  }

  @Test
  void theMutedCanNeitherSpeakNorShowThatTheyType() {
    JsonPeer ann = new JsonPeer(node, GROUP);
    String author = ann.join().getString("author");
    restrict(author, Restriction.Kind.MUTE, null);
    JsonObject event = ann.awaitType("moderated");

    assertThat(event.getString("subject")).isEqualTo(author);
    assertThat(event.getString("action")).isEqualTo("mute");
    assertThat(ann.publish("hm").getString("code")).isEqualTo("muted");
    assertThat(ann.ask("\"type\":\"typing\",\"on\":true").getString("code")).isEqualTo("muted");

    restrict(author, Restriction.Kind.LIFT, null);
    await().until(() -> ann.heard("moderated").size() == 2);
    assertThat(ann.publish("oh").getString("type")).isEqualTo("ack");
  }

  @Test
  void aMuteEndsByItself() {
    JsonPeer ann = new JsonPeer(node, GROUP);
    String author = ann.join().getString("author");

    restrict(author, Restriction.Kind.MUTE, Instant.now().minusSeconds(1));

    assertThat(ann.awaitType("moderated").containsKey("until")).isTrue();
    assertThat(ann.publish("oh").getString("type")).isEqualTo("ack");
  }

  @Test
  void theBannedAreShownOutAndNotLetInAgain() {
    JsonPeer ann = new JsonPeer(node, GROUP);
    JsonObject welcome = ann.join();
    JsonPeer bob = new JsonPeer(node, GROUP);
    bob.join();

    restrict(welcome.getString("author"), Restriction.Kind.BAN, null);

    await().until(() -> ann.line().endings().contains(Ending.BANNED));
    assertThat(bob.line().endings()).isEmpty();
    JsonPeer again = new JsonPeer(node, GROUP);
    String token = "\"type\":\"join\",\"token\":\"" + welcome.getString("token") + '"';
    assertThat(again.ask(token).getString("code")).isEqualTo("banned");
    assertThat(again.ask(token + ",\"group\":\"456\"").getString("type")).isEqualTo("welcome");
  }

  @Test
  void settingsAreToldAndHoldFromThenOn() {
    JsonPeer ann = new JsonPeer(node, GROUP);
    ann.join();

    change(settings(GroupSettings.Access.EVERYONE, 3600, 0));

    JsonObject told = ann.awaitType("settings").getJsonObject("settings");
    assertThat(told.getInt("slowSeconds")).isEqualTo(3600);
    assertThat(ann.publish("one").getString("type")).isEqualTo("ack");
    JsonObject refused = ann.publish("two");
    assertThat(refused.getString("code")).isEqualTo("slow_mode");
    assertThat(refused.getBoolean("temporary")).isTrue();
  }

  @Test
  void whoMayNotReadAnyMoreIsShownOutAndNotLetInAgain() {
    JsonPeer ann = new JsonPeer(node, GROUP);
    ann.join();

    change(settings(GroupSettings.Access.MODERATORS, 0, 0));

    await().until(() -> ann.line().endings().contains(Ending.CHANGED));
    assertThat(new JsonPeer(node, GROUP).join().getString("code")).isEqualTo("not_allowed");
  }

  @Test
  void nobodyHasReadWhatNobodyHasSaid() {
    JsonPeer ann = new JsonPeer(node, GROUP);
    String author = ann.join().getString("author");
    ann.publish("one");
    ann.awaitType("message");

    ann.ask("\"type\":\"read\",\"offset\":1000");

    await()
        .until(
            () -> {
              node.service().tick();
              return node.journal().readUpTo(GROUP, author) == 1;
            });
  }

  @Test
  void whatIsNoLongerKeptIsNotRecoveredFromMemoryEither() {
    JsonPeer ann = new JsonPeer(node, GROUP);
    StreamPosition start = JsonSpeaker.head(ann.join());
    change(settings(GroupSettings.Access.EVERYONE, 0, 5));
    IntStream.range(0, 20).forEach(i -> ann.publish("message " + i));
    await().until(() -> ann.offsets().size() == 21);

    new JdbcRetention(database).retire(Clock.systemUTC().instant());

    await()
        .until(
            () -> {
              node.service().tick();
              return !isRecovered(new StreamPosition(start.epoch(), 15));
            });
    assertThat(isRecovered(new StreamPosition(start.epoch(), 16))).isTrue();
    assertThat(isRecovered(start)).isFalse();
  }

  @Test
  void aRecoveryDoesNotRunAheadOfALogThatHasToWaitForTheNews() throws InterruptedException {
    JsonPeer early = new JsonPeer(node, GROUP);
    StreamPosition start = JsonSpeaker.head(early.join());
    IntStream.range(0, ChatRooms.RECENT + 50).forEach(i -> early.publish("message " + i));
    try (ChatNode deaf = ChatNode.on(database, new DeafLayer(ChatNode.newLayer()))) {
      JsonPeer ann = new JsonPeer(deaf, GROUP);
      ann.join();
      IntStream.range(0, 5).forEach(i -> ann.publish("not announced " + i));

      JsonPeer late = new JsonPeer(deaf, GROUP);
      assertThat(late.join(start).getBoolean("recovered")).isTrue();

      await().until(() -> late.offsets().size() >= ChatRooms.RECENT + 50);
      await()
          .until(
              () -> {
                deaf.service().tick();
                return late.offsets().size() >= ChatRooms.RECENT + 55;
              });
      assertThat(late.offsets())
          .isEqualTo(LongStream.rangeClosed(1, ChatRooms.RECENT + 55).boxed().toList());
      assertThat(late.heard("reset")).isEmpty();
    }
  }

  private boolean isRecovered(StreamPosition after) {
    JsonPeer peer = new JsonPeer(node, GROUP);
    boolean recovered = peer.join(after).getBoolean("recovered");
    peer.line().disconnect();
    return recovered;
  }

  private static boolean isLast(JsonObject message) {
    return message.getString("text").equals("last");
  }

  private static GroupSettings settings(GroupSettings.Access read, int slow, int keep) {
    return new GroupSettings("", true, read, GroupSettings.Access.EVERYONE, slow, keep, 0);
  }

  private void restrict(String subject, Restriction.Kind kind, @Nullable Instant until) {
    moderate(new ChatEvent.Moderated(now(), MODERATOR, new Restriction(subject, kind, until)));
  }

  private void change(GroupSettings settings) {
    moderate(new ChatEvent.SettingsChanged(now(), MODERATOR, settings));
  }

  private void moderate(ChatEvent event) {
    Outcome outcome =
        node.service().submit(Draft.of(GROUP, null, Identity.machine(), event)).join();
    assertThat(outcome).isInstanceOf(Outcome.Stored.class);
  }

  private static Instant now() {
    return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Brings nothing: as when the way between the nodes is down. */
  private static final class DeafLayer extends PassingLayer<ChatEvent> {
    DeafLayer(ChannelLayer<ChatEvent> layer) {
      super(layer);
    }

    @Override
    public void groupAdd(GroupName group, Subscriber<ChatEvent> subscriber) {
      super.groupAdd(group, ignored -> {});
    }

    @Override
    public void groupSend(GroupName group, Publication<ChatEvent> publication) {}
  }
}
