package fanweb.channel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fanweb.channel.ChannelException;
import fanweb.channel.ChannelLayer;
import fanweb.channel.ChannelLayer.Subscriber;
import fanweb.channel.GroupName;
import fanweb.channel.Publication;
import fanweb.channel.StreamPosition;
import fanweb.system.NeedsRedis;
import fanweb.system.Redis;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.Jedis;

/** Two nodes and a Redis between them that may be away, slow or empty. */
@ExtendWith(NeedsRedis.class)
class RedisNodesTest {
  private static final String KIND = "test";
  private static final GroupName GROUP = new GroupName("群-1");

  private final List<AutoCloseable> started = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable one : started) {
      one.close();
    }
  }

  @Test
  void whatTheSenderNumberedArrivesOnEachNodeOnce(Redis redis) {
    Peer here = peer(redis, 2);
    Peer there = peer(redis, 2);

    for (int i = 1; i <= 100; i++) {
      here.layer.groupSend(GROUP, publication("e", i));
      there.layer.groupSend(GROUP, publication("f", i));
    }

    for (Peer peer : List.of(here, there)) {
      await().until(() -> peer.heard.size() == 200);
      for (String epoch : List.of("e", "f")) {
        assertThat(peer.heard.stream().map(Publication::position).filter(in(epoch)))
            .extracting(StreamPosition::offset)
            .isEqualTo(IntStream.rangeClosed(1, 100).mapToObj(Long::valueOf).toList());
      }
    }
  }

  @Test
  void whatRedisNumbersHasOneOrderOnAllNodes(Redis redis) {
    Peer here = peer(redis, 3);
    Peer there = peer(redis, 3);

    for (int i = 0; i < 100; i++) {
      say(here, "here " + i);
      say(there, "there " + i);
    }

    await().until(() -> here.heard.size() == 200 && there.heard.size() == 200);
    assertThat(List.copyOf(here.heard)).isEqualTo(List.copyOf(there.heard));
  }

  @Test
  void sitesWithDatabasesOfTheirOwnDoNotHearEachOther(Redis redis) {
    Peer here = peer(redis, 4);
    Peer elsewhere = peer(redis, 5);

    here.layer.groupSend(GROUP, publication("e", 1));
    elsewhere.layer.groupSend(GROUP, publication("e", 2));
    elsewhere.layer.groupSend(GROUP, publication("e", 3));

    await().until(() -> elsewhere.node.meter("fanweb_channel_sent") == 2);
    assertThat(here.heard).hasSize(1);
  }

  @Test
  void aStreamGoesOnWithItsHistoryWhenSomebodyComesBack(Redis redis) {
    Peer first = peer(redis, 6);
    StreamPosition said = say(first, "then");
    first.layer.groupDiscard(GROUP, first);

    Peer later = peer(redis, 6);

    ChannelLayer.Recent<String> recent = join(later.layer.groupRecent(GROUP));
    assertThat(recent.head()).isEqualTo(said);
    assertThat(recent.latest()).containsExactly(new Publication<>(said, "then"));
    assertThat(say(later, "now")).isEqualTo(said.next());
  }

  @Test
  void onlyTheLatestAreRememberedAndForAWhile(Redis redis) {
    Peer here = peer(redis, 7);

    for (int i = 1; i <= 300; i++) {
      say(here, "message " + i);
    }

    List<Publication<String>> latest = join(here.layer.groupRecent(GROUP)).latest();
    assertThat(latest).hasSize(256);
    assertThat(latest.get(0).body()).isEqualTo("message 45");
    assertThat(latest.get(0).position().offset()).isEqualTo(45);
    try (Jedis jedis = redis.connect()) {
      jedis.select(7);
      assertThat(jedis.keys("*"))
          .hasSize(2)
          .allSatisfy(key -> assertThat(jedis.ttl(key)).isPositive());
    }
  }

  @Test
  void whatIsErasedIsNotRemembered(Redis redis) {
    Peer here = peer(redis, 8);
    IntStream.rangeClosed(1, 5).forEach(i -> say(here, "message " + i));

    say(here, "erase 3");

    assertThat(join(here.layer.groupRecent(GROUP)).latest())
        .extracting(Publication::body)
        .containsExactly("message 4", "message 5", "erase 3");
    say(here, "erase 1");
    assertThat(join(here.layer.groupRecent(GROUP)).latest()).hasSize(4);
    say(here, "erase " + Long.MAX_VALUE);
    assertThat(join(here.layer.groupRecent(GROUP)).latest()).hasSize(1);
  }

  @Test
  void whatAHangingRedisDoesAfterAllIsNotDoneTwiceWhicheverNodeIsAsked() throws Exception {
    Redis redis = own();
    Peer here = peer(redis, 0);
    Peer there = peer(redis, 0);
    redis.freeze(true);
    CompletionStage<StreamPosition> unknown = here.layer.groupSend(GROUP, "text", "anna/k");
    assertThatThrownBy(() -> join(unknown)).hasCauseInstanceOf(ChannelException.class);

    redis.freeze(false);
    here.node.awaitUp();
    there.node.awaitUp();
    StreamPosition again = join(there.layer.groupSend(GROUP, "text", "anna/k"));
    StreamPosition other = join(here.layer.groupSend(GROUP, "text", "anna/l"));

    assertThat(other).isEqualTo(again.next());
    assertThat(join(here.layer.groupRecent(GROUP)).latest()).hasSize(2);
  }

  @Test
  void whatRedisRefusesHarmsNothingElse(Redis redis) {
    Peer here = peer(redis, 12);
    try (Jedis jedis = redis.connect()) {
      jedis.select(12);
      jedis.set("fanweb:12:test:stream:" + GROUP, "not a stream");
    }
    Peer there = peer(redis, 12);
    List<CompletionStage<StreamPosition>> refused =
        IntStream.range(0, 50).mapToObj(i -> here.layer.groupSend(GROUP, "text", null)).toList();
    here.layer.groupSend(GROUP, publication("e", 1));

    await().until(() -> there.heard.size() == 1);
    assertThat(refused)
        .allSatisfy(
            one -> assertThatThrownBy(() -> join(one)).hasCauseInstanceOf(ChannelException.class));
    assertThat(here.node.meter("fanweb_channel_up")).isEqualTo(2);
    assertThat(here.node.meter("fanweb_channel_dropped")).isZero();
  }

  @Test
  void aRedisThatLostItsDataBeginsANewEpoch() throws Exception {
    Redis redis = own();
    Peer here = peer(redis, 0);
    StreamPosition before = say(here, "then");
    try (Jedis jedis = redis.connect()) {
      jedis.flushAll();
    }

    StreamPosition after = say(here, "now");

    assertThat(after.epoch()).isNotEqualTo(before.epoch());
    assertThat(after.offset()).isEqualTo(1);
  }

  @Test
  void whatWasOnlyAskedForIsNotGivenTwiceEither(Redis redis) {
    Peer first = peer(redis, 13);
    say(first, "1");
    StreamPosition before = say(first, "2");
    Peer later = peer(redis, 13);
    assertThat(join(later.layer.groupRecent(GROUP)).head()).isEqualTo(before);
    try (Jedis jedis = redis.connect()) {
      jedis.select(13);
      jedis.hset("fanweb:13:test:stream:" + GROUP, "offset", "1");
    }

    assertThat(say(later, "other").epoch()).isNotEqualTo(before.epoch());
  }

  /** As after a failover to a replica that was behind. */
  @Test
  void aRedisThatLostItsLatestDataGivesNoPositionTwice(Redis redis) {
    Peer here = peer(redis, 9);
    say(here, "1");
    StreamPosition before = say(here, "2");
    await().until(() -> here.heard.size() == 2);
    try (Jedis jedis = redis.connect()) {
      jedis.select(9);
      jedis.hset("fanweb:9:test:stream:" + GROUP, "offset", "1");
    }

    assertThat(say(here, "other").epoch()).isNotEqualTo(before.epoch());
  }

  @Test
  void groupsThatComeAndGoLeaveNothingBehind(Redis redis) {
    Peer here = peer(redis, 10);
    for (int i = 0; i < 10_000; i++) {
      GroupName group = new GroupName("g" + i);
      here.layer.groupAdd(group, here);
      here.layer.groupDiscard(group, here);
    }
    here.layer.groupDiscard(GROUP, here);

    assertThat(here.node.meter("fanweb_channel_subscriptions")).isEqualTo(1);
    try (Jedis jedis = redis.connect()) {
      await().until(() -> jedis.pubsubChannels("fanweb:10:*").size() == 1);
    }
  }

  @Test
  void withoutRedisThisNodeGoesOnAndNobodyWaits() throws Exception {
    Redis redis = own();
    Peer here = peer(redis, 0);
    redis.kill();
    await().until(() -> here.node.meter("fanweb_channel_up") == 0);

    here.layer.groupSend(GROUP, publication("e", 1));
    CompletionStage<StreamPosition> numbered = here.layer.groupSend(GROUP, "text", null);

    assertThat(here.heard).hasSize(1);
    assertThatThrownBy(() -> join(numbered))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(ChannelException.class);
    assertThat(here.node.meter("fanweb_channel_dropped")).isPositive();
  }

  @Test
  void whenRedisIsBackAllIsAsItWasAndEverybodyIsToldThatSomethingMayBeMissing() throws Exception {
    Redis redis = own();
    Peer here = peer(redis, 0);
    Peer there = peer(redis, 0);
    int told = there.doubts.get();
    redis.kill();
    await().until(() -> there.node.meter("fanweb_channel_up") == 0);

    redis.resume();

    await().until(() -> there.doubts.get() > told);
    here.node.awaitUp();
    here.layer.groupSend(GROUP, publication("e", 1));
    await().until(() -> there.heard.size() == 1);
  }

  @Test
  void aRedisThatHangsKeepsNobodyWaitingAndIsFoundOut() throws Exception {
    Redis redis = own();
    Peer here = peer(redis, 0);
    redis.freeze(true);

    for (int i = 1; i <= 3 * Outbox.MAX_WAITING; i++) {
      here.layer.groupSend(GROUP, publication("e", i));
    }
    CompletionStage<StreamPosition> numbered = here.layer.groupSend(GROUP, "text", null);

    assertThat(here.heard).hasSize(3 * Outbox.MAX_WAITING);
    assertThat(here.node.meter("fanweb_channel_dropped")).isPositive();
    assertThatThrownBy(() -> join(numbered)).hasCauseInstanceOf(ChannelException.class);
    await().until(() -> here.node.meter("fanweb_channel_up") == 0);
    redis.freeze(false);
    here.node.awaitUp();
  }

  @Test
  void whatALaterReleaseWritesIsReadAsFarAsItIsUnderstood(Redis redis) {
    Peer here = peer(redis, 11);
    try (Jedis jedis = redis.connect()) {
      byte[] channel = ("fanweb:11:test:" + GROUP).getBytes(StandardCharsets.UTF_8);
      for (String text :
          List.of("2 S n e 1\nnew", "1 X n e 1\nnew", "1 S n e x\n", "", "1 S n e 7 more\nold")) {
        jedis.publish(channel, text.getBytes(StandardCharsets.UTF_8));
      }
    }

    await().until(() -> !here.heard.isEmpty());
    assertThat(here.heard).containsExactly(new Publication<>(new StreamPosition("e", 7), "old"));
    assertThat(here.node.meter("fanweb_channel_unreadable")).isEqualTo(4);
  }

  @Test
  void aPasswordIsBroughtAndAWrongOneLetsNobodyIn() throws Exception {
    Redis redis = Redis.start("--requirepass", "correct horse");
    started.add(redis);
    RedisServers open = RedisNode.servers(redis, 0);
    RedisNode right = new RedisNode(withPassword(open, "correct horse"));
    RedisNode wrong = new RedisNode(withPassword(open, "wrong"));
    started.addAll(Set.of(right, wrong));

    right.awaitUp();
    assertThat(wrong.meter("fanweb_channel_up")).isZero();
  }

  @Test
  void aSentinelIsAskedWhereTheMasterIs() throws Exception {
    Redis master = own();
    Redis sentinel = Redis.startSentinel("chat", master.port());
    started.add(sentinel);
    RedisServers known = RedisNode.servers(sentinel, 0);
    RedisNode node =
        new RedisNode(new RedisServers(known.addresses(), "chat", false, null, null, 0));
    started.add(node);

    node.awaitUp();

    node.newLayer().groupAdd(GROUP, publication -> {});
    try (Jedis jedis = master.connect()) {
      assertThat(jedis.pubsubChannels("fanweb:0:*")).hasSize(2);
    }
  }

  private static RedisServers withPassword(RedisServers open, String password) {
    return new RedisServers(open.addresses(), null, false, null, password, 0);
  }

  private Redis own() {
    Redis redis = Redis.start();
    started.add(redis);
    return redis;
  }

  private Peer peer(Redis redis, int database) {
    RedisNode node = new RedisNode(RedisNode.servers(redis, database));
    started.add(0, node);
    Peer peer = new Peer(node.awaitUp());
    peer.layer.groupAdd(GROUP, peer);
    return peer;
  }

  private static StreamPosition say(Peer peer, String text) {
    return join(peer.layer.groupSend(GROUP, text, null));
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  private static java.util.function.Predicate<StreamPosition> in(String epoch) {
    return position -> position.epoch().equals(epoch);
  }

  private static Publication<String> publication(String epoch, long offset) {
    return new Publication<>(new StreamPosition(epoch, offset), "text " + offset);
  }

  /** A node whose one member keeps what it hears. */
  private static final class Peer implements Subscriber<String> {
    private final RedisNode node;
    private final ChannelLayer<String> layer;
    private final ConcurrentLinkedQueue<Publication<String>> heard = new ConcurrentLinkedQueue<>();
    private final AtomicInteger doubts = new AtomicInteger();

    Peer(RedisNode node) {
      this.node = node;
      this.layer = node.newLayer(KIND);
    }

    @Override
    public void receive(Publication<String> publication) {
      heard.add(publication);
    }

    @Override
    public void mayHaveMissed() {
      doubts.incrementAndGet();
    }
  }
}
