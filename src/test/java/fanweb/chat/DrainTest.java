package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.chat.protocol.PlainText;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DrainTest {
  private static final GroupName GROUP = new GroupName("123");

  private final ChatNode node = ChatNode.start();

  @AfterEach
  void stop() throws InterruptedException {
    node.close();
  }

  private TestClient join() {
    return node.join(new PlainText(), GROUP);
  }

  @Test
  void a_node_without_anybody_is_empty_at_once() {
    Drain drain = node.drain(Duration.ofMinutes(10));
    assertThat(drain.isUnderWay()).isFalse();
    assertThat(drain.begin()).isDone();
    assertThat(drain.isUnderWay()).isTrue();
  }

  @Test
  void everybody_is_told_to_come_back_and_it_is_over_when_they_are_gone() {
    List<TestClient> clients = IntStream.range(0, 5).mapToObj(i -> join()).toList();
    CompletableFuture<Void> over = node.drain(Duration.ZERO).begin();
    await()
        .untilAsserted(
            () ->
                assertThat(clients)
                    .allSatisfy(
                        one -> assertThat(one.endings()).containsExactly(Ending.GOING_AWAY)));
    assertThat(over).isNotDone();
    clients.forEach(TestClient::disconnect);
    await().until(over::isDone);
  }

  @Test
  void they_are_told_one_after_the_other() {
    List<TestClient> clients = IntStream.range(0, 3).mapToObj(i -> join()).toList();
    Drain drain = node.drain(Duration.ofHours(1));
    drain.begin();
    await().until(() -> clients.stream().anyMatch(one -> !one.endings().isEmpty()));
    assertThat(clients).filteredOn(one -> !one.endings().isEmpty()).hasSize(1);
  }

  @Test
  void who_does_not_go_is_waited_for_no_longer_than_it_says() {
    join();
    Drain drain = node.drain(Duration.ofSeconds(5));
    CompletableFuture<Void> over = drain.begin();
    node.pass(drain.longest());
    assertThat(over).isNotDone();
    node.pass(Duration.ofNanos(1));
    await().until(over::isDone);
  }

  @Test
  void who_was_on_the_way_in_is_sent_away_too() {
    TestClient early = join();
    Drain drain = node.drain(Duration.ofSeconds(5));
    drain.begin();
    TestClient late = join();
    assertThat(late.endings()).isEmpty();
    node.pass(Duration.ofSeconds(6));
    await().until(() -> late.endings().equals(List.of(Ending.GOING_AWAY)));
    assertThat(early.endings()).containsExactly(Ending.GOING_AWAY);
  }

  @Test
  void it_begins_once() {
    TestClient client = join();
    Drain drain = node.drain(Duration.ZERO);
    assertThat(drain.begin()).isSameAs(drain.begin());
    await().until(() -> !client.endings().isEmpty());
    assertThat(client.endings()).hasSize(1);
  }

  @Test
  void a_node_that_goes_on_sends_nobody_away_any_more() {
    List<TestClient> clients = List.of(join(), join());
    Drain drain = node.drain(Duration.ofHours(1));
    drain.begin();
    await().until(() -> clients.stream().anyMatch(one -> !one.endings().isEmpty()));
    drain.cancel();
    assertThat(drain.isUnderWay()).isFalse();
    node.pass(Duration.ofHours(2));
    assertThat(clients).filteredOn(one -> one.endings().isEmpty()).hasSize(1);
  }

  @Test
  void others_who_stay_are_told_as_well() {
    AtomicReference<Ending> told = new AtomicReference<>();
    node.consumer().watch(new Waiting(node.people().guest(""), told));
    node.drain(Duration.ZERO).begin();
    await().until(() -> told.get() == Ending.GOING_AWAY);
  }

  private record Waiting(Identity who, AtomicReference<Ending> told) implements Visitor {
    @Override
    public void end(Ending ending) {
      told.set(ending);
    }
  }
}
