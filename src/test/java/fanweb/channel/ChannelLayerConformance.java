package fanweb.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every healthy channel layer does. A back end's test extends this class and gives it a fresh
 * layer.
 */
public abstract class ChannelLayerConformance {
  private static final GroupName GROUP = new GroupName("群-1");
  private static final GroupName OTHER = new GroupName("群-2");
  private static final int MANY = 1_000;

  private ChannelLayer<String> layer;

  /** A layer without subscribers. */
  protected abstract ChannelLayer<String> newLayer();

  /** How long a delivery may take before it counts as lost. */
  protected Duration patience() {
    return Duration.ofSeconds(10);
  }

  @BeforeEach
  void freshLayer() {
    layer = newLayer();
  }

  @Test
  void deliversEachPublicationOnceAndInOrderToEverySubscriber() {
    Inbox first = subscribe(GROUP);
    Inbox second = subscribe(GROUP);

    List<String> sent = send(GROUP, MANY);

    await().untilAsserted(() -> assertThat(first.bodies()).isEqualTo(sent));
    await().untilAsserted(() -> assertThat(second.bodies()).isEqualTo(sent));
  }

  @Test
  void numbersAGroupsPublicationsOneAfterTheOtherInOneEpoch() {
    Inbox inbox = subscribe(GROUP);

    send(GROUP, MANY);

    await().until(() -> inbox.received().size() >= MANY);
    assertThat(inbox.received()).extracting(p -> p.position().epoch()).containsOnly(inbox.epoch());
    assertThat(inbox.offsets()).isEqualTo(LongStream.rangeClosed(1, MANY).boxed().toList());
  }

  @Test
  void showsAllSubscribersTheSameOrderWhenManySendAtOnce() throws Exception {
    Inbox first = subscribe(GROUP);
    Inbox second = subscribe(GROUP);

    sendFromThreads(8, MANY / 8);

    await().until(() -> first.received().size() == MANY && second.received().size() == MANY);
    assertThat(first.received()).isEqualTo(second.received()).doesNotHaveDuplicates();
  }

  @Test
  void keepsGroupsApart() {
    Inbox inbox = subscribe(GROUP);
    Inbox other = subscribe(OTHER);

    List<String> sent = send(GROUP, MANY);
    layer.groupSend(OTHER, "elsewhere", null);

    await().untilAsserted(() -> assertThat(inbox.bodies()).isEqualTo(sent));
    await().untilAsserted(() -> assertThat(other.bodies()).containsExactly("elsewhere"));
  }

  @Test
  void deliversNothingAfterADiscardAndGoesOnForTheOthers() {
    Inbox leaving = subscribe(GROUP);
    Inbox staying = subscribe(GROUP);
    layer.groupSend(GROUP, "before", null);
    await().until(() -> leaving.bodies().size() == 1 && staying.bodies().size() == 1);

    layer.groupDiscard(GROUP, leaving.subscriber);
    List<String> sent = send(GROUP, MANY);

    await().until(() -> staying.bodies().size() > MANY);
    assertThat(staying.bodies().subList(1, MANY + 1)).isEqualTo(sent);
    assertThat(leaving.bodies()).containsExactly("before");
  }

  @Test
  void givesNoPositionTwiceWhenAGroupComesBackToLife() {
    Inbox earlier = subscribe(GROUP);
    layer.groupSend(GROUP, "then", null);
    await().until(() -> !earlier.received().isEmpty());
    layer.groupDiscard(GROUP, earlier.subscriber);

    Inbox later = subscribe(GROUP);
    layer.groupSend(GROUP, "now", null);

    await().until(() -> !later.received().isEmpty());
    assertThat(later.bodies()).containsExactly("now");
    assertThat(later.received().get(0).position())
        .isNotEqualTo(earlier.received().get(0).position());
  }

  @Test
  void countsASubscriberThatIsAddedTwiceOnce() {
    Inbox inbox = subscribe(GROUP);
    layer.groupAdd(GROUP, inbox.subscriber);

    List<String> sent = send(GROUP, MANY);

    await().untilAsserted(() -> assertThat(inbox.bodies()).isEqualTo(sent));
  }

  @Test
  void takesAMessageToNobodyAndAnUnknownDiscardInItsStride() {
    layer.groupSend(GROUP, "anybody?", null).toCompletableFuture().join();
    layer.groupDiscard(GROUP, publication -> {});

    Inbox inbox = subscribe(GROUP);
    layer.groupSend(GROUP, "somebody", null);

    await().untilAsserted(() -> assertThat(inbox.bodies()).containsExactly("somebody"));
  }

  @Test
  void carriesAnyText() {
    Inbox inbox = subscribe(GROUP);
    List<String> texts = List.of("", " ", "欢迎 👩‍👩‍👧 é", "a\nb\u0000c", "x".repeat(64 << 10));

    texts.forEach(text -> layer.groupSend(GROUP, text, null));

    await().untilAsserted(() -> assertThat(inbox.bodies()).isEqualTo(texts));
  }

  private ConditionFactory await() {
    return Awaitility.await().atMost(patience());
  }

  private Inbox subscribe(GroupName group) {
    Inbox inbox = new Inbox();
    layer.groupAdd(group, inbox.subscriber);
    return inbox;
  }

  private List<String> send(GroupName group, int count) {
    List<String> sent = IntStream.range(0, count).mapToObj(i -> "message " + i).toList();
    sent.forEach(body -> layer.groupSend(group, body, null));
    return sent;
  }

  private void sendFromThreads(int threads, int each) throws InterruptedException {
    ExecutorService senders = Executors.newFixedThreadPool(threads);
    CountDownLatch together = new CountDownLatch(threads);
    for (int t = 0; t < threads; t++) {
      senders.execute(
          () -> {
            together.countDown();
            send(GROUP, each);
          });
    }
    senders.shutdown();
    assertThat(senders.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  /** Keeps what a subscriber received. */
  private static final class Inbox {
    private final List<Publication<String>> publications = new ArrayList<>();
    private final ChannelLayer.Subscriber<String> subscriber = this::receive;

    private synchronized void receive(Publication<String> publication) {
      publications.add(publication);
    }

    synchronized List<Publication<String>> received() {
      return List.copyOf(publications);
    }

    List<String> bodies() {
      return received().stream().map(p -> p.body()).toList();
    }

    List<Long> offsets() {
      return received().stream().map(p -> p.position().offset()).toList();
    }

    String epoch() {
      return received().get(0).position().epoch();
    }
  }
}
