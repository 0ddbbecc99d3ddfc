package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.account.Identity;
import fanweb.channel.ChannelMeters;
import fanweb.channel.GroupName;
import fanweb.channel.redis.RedisChannelLayer;
import fanweb.channel.redis.RedisLink;
import fanweb.channel.redis.RedisServers;
import fanweb.chat.protocol.PlainText;
import fanweb.chat.wire.EventEncoding;
import fanweb.chat.wire.NoteEncoding;
import fanweb.system.Redis;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;

/** Two nodes with one database and one Redis, which comes and goes. */
class RedisRoomsTest {
  private static final GroupName GROUP = new GroupName("123");
  private static final Dialect PLAIN = new PlainText();

  private final Redis redis = Redis.start();
  private final DataSource database = ChatNode.newDatabase();
  private final RedisLink linkHere = link();
  private final RedisLink linkThere = link();
  private final ChatNode here = ChatNode.on(database, channels(linkHere));
  private final ChatNode there = ChatNode.on(database, channels(linkThere));

  @AfterEach
  void stop() throws Exception {
    here.close();
    there.close();
    linkHere.close();
    linkThere.close();
    redis.close();
  }

  @Test
  void whatIsSaidOnOneNodeIsHeardOnTheOtherWithoutAskingTheDatabase() {
    TestClient listener = there.join(PLAIN, GROUP);
    TestClient speaker = here.join(PLAIN, GROUP);

    say(speaker, "one", "two");

    await().untilAsserted(() -> assertThat(listener.heard()).containsExactly("one", "two"));
  }

  @Test
  void withoutRedisTheHeadsAreComparedAndWithItAgainNothingIsMissingOrDoubled() throws Exception {
    TestClient listener = there.join(PLAIN, GROUP);
    TestClient speaker = here.join(PLAIN, GROUP);
    say(speaker, "before");
    await().untilAsserted(() -> assertThat(listener.heard()).containsExactly("before"));

    redis.kill();
    say(speaker, "meanwhile");
    assertThat(speaker.heard()).contains("meanwhile");
    awaitTicking(() -> assertThat(listener.heard()).containsExactly("before", "meanwhile"));

    redis.resume();
    say(speaker, "after");
    awaitTicking(
        () -> assertThat(listener.heard()).containsExactly("before", "meanwhile", "after"));
  }

  @Test
  void aGroupThatIsLiveOnlyIsOneStreamOnBothNodes() throws Exception {
    live();
    TestClient one = here.join(PLAIN, GROUP);
    TestClient two = there.join(PLAIN, GROUP);

    say(one, "1", "2");
    say(two, "3");

    await().untilAsserted(() -> assertThat(one.heard()).containsExactly("1", "2", "3"));
    await().untilAsserted(() -> assertThat(two.heard()).containsExactly("1", "2", "3"));
  }

  @Test
  void aGroupThatIsLiveOnlySaysSoWhileRedisIsAway() throws Exception {
    live();
    here.join(PLAIN, GROUP);
    redis.kill();

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(submit("lost")).isEqualTo(new Outcome.Refused(Refusal.UNAVAILABLE)));
  }

  @Test
  void whoIsInAGroupThatIsLiveOnlyComesBackWhenRedisHasLostItsStream() throws Exception {
    live();
    TestClient one = here.join(PLAIN, GROUP);
    TestClient two = there.join(PLAIN, GROUP);
    say(one, "1");
    await().untilAsserted(() -> assertThat(two.heard()).containsExactly("1"));
    try (Jedis jedis = redis.connect()) {
      jedis.flushAll();
    }

    assertThat(submit("2")).isInstanceOf(Outcome.Stored.class);

    await().untilAsserted(() -> assertThat(one.endings()).containsExactly(Ending.CHANGED));
    await().untilAsserted(() -> assertThat(two.endings()).containsExactly(Ending.CHANGED));
  }

  @Test
  void theStreamOfAGroupThatIsOpenButSilentIsNotForgotten() throws Exception {
    live();
    TestClient one = here.join(PLAIN, GROUP);
    say(one, "1");
    String key = "fanweb:0:event:stream:" + GROUP;
    try (Jedis jedis = redis.connect()) {
      jedis.expire(key, 600);

      for (int i = 0; i < 2_400; i++) {
        here.service().tick();
      }

      await().until(() -> jedis.ttl(key) > 600);
    }
    assertThat(one.endings()).isEmpty();
  }

  @Test
  void whoMissedMoreThanIsRememberedComesBack() throws Exception {
    live();
    TestClient one = here.join(PLAIN, GROUP);
    TestClient two = there.join(PLAIN, GROUP);
    say(one, "1");
    try (Jedis jedis = redis.connect()) {
      jedis.hset("fanweb:0:event:stream:" + GROUP, "offset", "1000");
      jedis.del("fanweb:0:event:recent:" + GROUP);
    }

    assertThat(submit("2")).isInstanceOf(Outcome.Stored.class);

    await().untilAsserted(() -> assertThat(one.endings()).containsExactly(Ending.CHANGED));
    await().untilAsserted(() -> assertThat(two.endings()).containsExactly(Ending.CHANGED));
  }

  @Test
  void whoIsBannedWhileRedisIsAwayIsOutOnBothNodes() throws Exception {
    live();
    TestClient one = here.connect(PLAIN, here.people().user(7, "Bo"));
    TestClient two = there.connect(PLAIN, there.people().user(7, "Bo"));
    one.join(GROUP, Optional.empty());
    two.join(GROUP, Optional.empty());
    redis.kill();

    Restriction ban = new Restriction("u_7", Restriction.Kind.BAN, null);
    Author moderator = new Author("api", "");
    assertThat(submit(new ChatEvent.Moderated(Instant.now(), moderator, ban)))
        .isInstanceOf(Outcome.Stored.class);

    awaitTicking(() -> assertThat(one.endings()).containsExactly(Ending.BANNED));
    awaitTicking(() -> assertThat(two.endings()).containsExactly(Ending.BANNED));
  }

  @Test
  void whoIsThereIsKnownOnBothNodesAgainAfterRedisWasAway() throws Exception {
    TestClient one = here.join(PLAIN, GROUP);
    there.join(PLAIN, GROUP);
    awaitTicking(() -> assertThat(people(there)).isEqualTo(2));

    redis.kill();
    one.disconnect();
    here.service().tick();
    redis.resume();

    awaitTicking(
        () -> {
          there.pass(Duration.ofMillis(250));
          assertThat(people(there)).isEqualTo(1);
        });
  }

  private static int people(ChatNode node) {
    return node.service().look(GROUP, view -> view.presence().count());
  }

  private void live() throws Exception {
    GroupSettings settings =
        new GroupSettings(
            "", false, GroupSettings.Access.EVERYONE, GroupSettings.Access.EVERYONE, 0, 0, 0);
    Author owner = new Author("api", "");
    ChatEvent event = new ChatEvent.SettingsChanged(Instant.now(), owner, settings);
    assertThat(here.journal().append(List.of(Draft.of(GROUP, null, Identity.machine(), event))))
        .hasOnlyElementsOfType(Outcome.Stored.class);
    awaitLinks();
  }

  private Outcome submit(String text) {
    return submit(ChatEvent.Message.written(Instant.now(), new Author("g_1", ""), text));
  }

  private Outcome submit(ChatEvent event) {
    return here.service().submit(Draft.of(GROUP, null, Identity.machine(), event)).join();
  }

  private static void say(TestClient speaker, String... texts) {
    for (String text : texts) {
      int before = speaker.heard().size();
      speaker.say(GROUP, text);
      await().until(() -> speaker.heard().size() > before);
    }
  }

  private void awaitTicking(Runnable assertion) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              here.service().tick();
              there.service().tick();
              assertion.run();
            });
  }

  /** Waits until both nodes can number what is said. */
  private void awaitLinks() {
    for (ChatService.Channels one : List.of(channels(linkHere), channels(linkThere))) {
      await()
          .ignoreExceptions()
          .until(() -> one.events().groupRecent(GROUP).toCompletableFuture().join() != null);
    }
  }

  private RedisLink link() {
    RedisServers servers =
        new RedisServers(
            List.of(new HostAndPort("127.0.0.1", redis.port())), null, false, null, null, 0);
    return new RedisLink(
        servers, newEpoch(), Thread::new, new ChannelMeters(new PrometheusRegistry()));
  }

  private static ChatService.Channels channels(RedisLink link) {
    return new ChatService.Channels(
        new RedisChannelLayer<>(link, "event", new EventEncoding(), RedisRoomsTest::newEpoch),
        new RedisChannelLayer<>(link, "note", new NoteEncoding(), RedisRoomsTest::newEpoch));
  }

  private static String newEpoch() {
    return UUID.randomUUID().toString();
  }
}
