package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.chat.protocol.PlainText;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The chat as clients see it that speak plain text: a frame heard is a message. */
class ChatConsumerTest {
  private static final GroupName GROUP = new GroupName("123");
  private static final Dialect PLAIN = new PlainText();

  private final Directory directory = new Directory();
  private final ChatNode node = ChatNode.telling(directory);

  @AfterEach
  void stop() throws InterruptedException {
    directory.answer();
    node.close();
  }

  @Test
  void everybodyInAGroupHearsEverythingInOrderTheSpeakerIncluded() {
    List<TestClient> clients =
        IntStream.range(0, 2 * Section.MAX_MEMBERS + 1).mapToObj(i -> join(GROUP)).toList();

    List<String> said = IntStream.range(0, 200).mapToObj(i -> "message " + i).toList();
    said.forEach(text -> clients.get(0).say(GROUP, text));

    await().until(() -> clients.stream().allMatch(one -> one.heard().size() >= said.size()));
    assertThat(clients).allSatisfy(one -> assertThat(one.heard()).isEqualTo(said));
  }

  @Test
  void aMemberHearsNothingFromBeforeItJoinedNorAfterItLeft() {
    TestClient speaker = join(GROUP);
    speaker.say(GROUP, "before");
    await().until(() -> speaker.heard().size() == 1);
    TestClient member = join(GROUP);

    speaker.say(GROUP, "during");
    await().untilAsserted(() -> assertThat(member.heard()).containsExactly("during"));
    member.disconnect();
    TestClient witness = join(GROUP);
    speaker.say(GROUP, "after");

    await().untilAsserted(() -> assertThat(witness.heard()).containsExactly("after"));
    assertThat(member.heard()).containsExactly("during");
  }

  @Test
  void aMemberThatIsGoneWhileItLeavesLeavesOnceAndTheOthersStay() {
    TestClient other = join(GROUP);
    TestClient leaver = join(GROUP);

    CompletableFuture<Void> leaving;
    synchronized (leaver.connection()) {
      leaving = CompletableFuture.runAsync(() -> leaver.ask("l", new ChatCommand.Leave(GROUP)));
      await().until(() -> isWaitedFor(leaver.connection()));
      leaver.disconnect();
    }
    leaving.join();
    other.say(GROUP, "still here");

    await().untilAsserted(() -> assertThat(other.heard()).containsExactly("still here"));
    assertThat(node.service().rooms().open()).hasSize(1);
  }

  @Test
  void groupsThatDifferInCaseOnlyAreDifferentGroups() {
    GroupName upper = new GroupName("ABC");
    GroupName lower = new GroupName("abc");
    TestClient shouting = join(upper);
    TestClient quiet = join(lower);

    shouting.say(upper, "LOUD");
    quiet.say(lower, "soft");

    await().untilAsserted(() -> assertThat(shouting.heard()).containsExactly("LOUD"));
    await().untilAsserted(() -> assertThat(quiet.heard()).containsExactly("soft"));
  }

  @Test
  void aReaderThatStopsHoldsNobodyUpAndIsSentNoSecondBurst() {
    TestClient stopped = join(GROUP).stopReading();
    TestClient reading = join(GROUP);

    sayAndHear(reading, 1_000);

    assertThat(stopped.heard()).hasSizeLessThanOrEqualTo(Burst.MAX_FRAMES);
    assertThat(stopped.endings()).isEmpty();
  }

  @Test
  void aReaderThatIsOvertakenIsToldToComeBackAsSoonAsItReadsAgain() {
    TestClient slow = join(GROUP).stopReading();
    TestClient reading = join(GROUP);
    int more = GroupLog.MAX_ENTRIES + 2 * Burst.MAX_FRAMES;
    sayAndHear(reading, more);

    slow.readAgain();

    await().untilAsserted(() -> assertThat(slow.endings()).containsExactly(Ending.OVERTAKEN));
    assertThat(reading.heard()).hasSize(more);
  }

  @Test
  void aReaderThatHasNotReadForTenSecondsIsStuck() {
    TestClient stopped = join(GROUP).stopReading();
    TestClient speaker = join(GROUP);
    speaker.say(GROUP, "message");
    await().until(() -> stopped.heard().size() == 1 && speaker.heard().size() == 1);

    node.pass(Writer.STUCK_AFTER.minusMillis(1));
    node.consumer().endStuck();
    assertThat(stopped.endings()).isEmpty();

    node.pass(Duration.ofMillis(1));
    node.consumer().endStuck();
    assertThat(stopped.endings()).containsExactly(Ending.STUCK);
    assertThat(speaker.endings()).isEmpty();
  }

  @Test
  void aReplyReachesItsMemberAlone() {
    TestClient me = join(GROUP);
    TestClient other = join(GROUP);

    me.connection().reply(null, new ChatReply.Failed(Refusal.TOO_FAST));
    me.say(GROUP, "for all");

    String forMe = PlainText.encode(Refusal.TOO_FAST);
    await().untilAsserted(() -> assertThat(me.heard()).containsExactlyInAnyOrder(forMe, "for all"));
    await().untilAsserted(() -> assertThat(other.heard()).containsExactly("for all"));
  }

  @Test
  void aMemberThatCausesRepliesWithoutReadingThemIsFlooding() {
    TestClient stopped = join(GROUP).stopReading();

    ChatReply reply = new ChatReply.Failed(Refusal.TOO_FAST);
    IntStream.range(0, 2 * Writer.MAX_REPLIES + 1)
        .forEach(i -> stopped.connection().reply(null, reply));

    assertThat(stopped.endings()).containsExactly(Ending.FLOODING);
  }

  @Test
  void oneThatSpeaksTooFastIsRefusedThenEndedAndTheOthersHearWhatWasAllowed() {
    TestClient listener = join(GROUP);
    TestClient fast = node.connect(PLAIN, SendLimit.of(1, 5));
    fast.join(GROUP, Optional.empty());

    IntStream.range(0, 40).forEach(i -> fast.say(GROUP, "message"));

    await().untilAsserted(() -> assertThat(fast.endings()).containsExactly(Ending.FLOODING));
    String refused = PlainText.encode(Refusal.TOO_FAST);
    assertThat(fast.heard().stream().filter(refused::equals))
        .hasSizeGreaterThanOrEqualTo(SendLimit.MAX_REFUSALS);
    await().until(() -> listener.heard().size() >= 5);
    assertThat(listener.heard()).containsOnly("message");
  }

  @Test
  void aLineThatThrowsIsEndedAndTheOthersGoOn() {
    TestClient broken = join(GROUP).breakDown();
    TestClient healthy = join(GROUP);

    healthy.say(GROUP, "one");
    healthy.say(GROUP, "two");

    await().untilAsserted(() -> assertThat(healthy.heard()).containsExactly("one", "two"));
    await().untilAsserted(() -> assertThat(broken.endings()).containsExactly(Ending.BROKEN));
  }

  @Test
  void theDirectoryLearnsWhereSomebodySpokeAndItsFailureStopsNobody() {
    TestClient member = join(GROUP);

    member.say(GROUP, "one");
    member.say(GROUP, "two");

    await().untilAsserted(() -> assertThat(directory.recorded).containsExactly(GROUP));
    await().untilAsserted(() -> assertThat(member.heard()).containsExactly("one", "two"));
  }

  @Test
  void aDirectoryThatHangsHoldsNobodyUp() {
    directory.hang();
    List<GroupName> groups =
        IntStream.range(0, 10).mapToObj(i -> new GroupName("group-" + i)).toList();
    List<TestClient> clients = groups.stream().map(this::join).toList();

    IntStream.range(0, 10).forEach(i -> clients.get(i).say(groups.get(i), "message"));

    await().until(() -> clients.stream().allMatch(one -> one.heard().size() == 1));
  }

  private static boolean isWaitedFor(Object monitor) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Stream.of(threads.dumpAllThreads(false, false))
        .filter(thread -> thread.getThreadState() == Thread.State.BLOCKED)
        .map(ThreadInfo::getLockInfo)
        .anyMatch(lock -> lock.getIdentityHashCode() == System.identityHashCode(monitor));
  }

  private TestClient join(GroupName group) {
    return node.join(PLAIN, group);
  }

  /** Has a client say so many messages, not so many at once that it loses its own echo. */
  private static void sayAndHear(TestClient client, int messages) {
    for (int i = 1; i <= messages; i++) {
      client.say(GROUP, "message");
      int heard = i;
      if (i % 200 == 0 || i == messages) {
        await().until(() -> client.heard().size() == heard);
      }
    }
  }

  /** Remembers in memory, and fails afterwards, as a database may. */
  private static final class Directory implements GroupDirectory {
    private final ConcurrentLinkedQueue<GroupName> recorded = new ConcurrentLinkedQueue<>();
    private volatile CountDownLatch answering = new CountDownLatch(0);

    void hang() {
      answering = new CountDownLatch(1);
    }

    void answer() {
      answering.countDown();
    }

    @Override
    public List<Entry> recent(int limit, Identity reader) {
      return List.of();
    }

    @Override
    public void recordActivity(GroupName group, Instant at) {
      recorded.add(group);
      try {
        answering.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new IllegalStateException("no database");
    }
  }
}
