package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.channel.GroupName;
import fanweb.channel.memory.MemoryChannelLayer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatRoomsTest {
  private static final GroupName GROUP = new GroupName("123");
  private static final SendLimit NO_LIMIT = SendLimit.of(0, 1);

  private final ExecutorService executor = Executors.newFixedThreadPool(2);
  private final AtomicLong nanoTime = new AtomicLong(1);
  private final Directory directory = new Directory();
  private final ChatRooms rooms =
      new ChatRooms(
          new MemoryChannelLayer<>(() -> UUID.randomUUID().toString()),
          executor,
          nanoTime::get,
          new ChatMeters(new PrometheusRegistry()),
          new GroupActivity(directory, executor, Clock.systemUTC()));

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void everybodyInAGroupHearsEverythingInOrderTheSpeakerIncluded() {
    List<Line> lines =
        IntStream.range(0, 2 * Section.MAX_MEMBERS + 1).mapToObj(i -> new Line()).toList();
    List<Membership> members = lines.stream().map(line -> join(GROUP, line)).toList();

    List<String> said = IntStream.range(0, 200).mapToObj(i -> "message " + i).toList();
    said.forEach(text -> rooms.handle(members.get(0), new ChatCommand.Publish(GROUP, null, text)));

    await().until(() -> lines.stream().allMatch(line -> line.heard().size() >= said.size()));
    assertThat(lines).allSatisfy(line -> assertThat(line.heard()).isEqualTo(said));
  }

  @Test
  void aMemberHearsNothingFromBeforeItJoinedNorAfterItLeft() {
    Membership speaker = join(GROUP, new Line());
    say(speaker, "before");
    Line line = new Line();
    Membership member = join(GROUP, line);

    say(speaker, "during");
    await().untilAsserted(() -> assertThat(line.heard()).containsExactly("during"));
    rooms.leave(member);
    Line witness = new Line();
    join(GROUP, witness);
    say(speaker, "after");

    await().untilAsserted(() -> assertThat(witness.heard()).containsExactly("after"));
    assertThat(line.heard()).containsExactly("during");
  }

  @Test
  void groupsThatDifferInCaseOnlyAreDifferentGroups() {
    Line upper = new Line();
    Line lower = new Line();
    Membership shouting = join(new GroupName("ABC"), upper);
    Membership quiet = join(new GroupName("abc"), lower);

    say(shouting, "LOUD");
    say(quiet, "soft");

    await().untilAsserted(() -> assertThat(upper.heard()).containsExactly("LOUD"));
    await().untilAsserted(() -> assertThat(lower.heard()).containsExactly("soft"));
  }

  @Test
  void aReaderThatStopsHoldsNobodyUpAndIsSentNoSecondBurst() {
    Line stopped = new Line().stopReading();
    Line reading = new Line();
    join(GROUP, stopped);
    Membership speaker = join(GROUP, reading);

    IntStream.range(0, 1_000).forEach(i -> say(speaker, "message " + i));

    await().untilAsserted(() -> assertThat(reading.heard()).hasSize(1_000));
    assertThat(stopped.heard()).hasSizeLessThanOrEqualTo(Burst.MAX_FRAMES);
    assertThat(stopped.endings).isEmpty();
  }

  @Test
  void aReaderThatIsOvertakenIsToldToComeBackAsSoonAsItReadsAgain() {
    Line slow = new Line().stopReading();
    Line reading = new Line();
    join(GROUP, slow);
    Membership speaker = join(GROUP, reading);
    int more = GroupLog.MAX_ENTRIES + 2 * Burst.MAX_FRAMES;
    for (int i = 1; i <= more; i++) {
      say(speaker, "message");
      int heard = i;
      if (i % 1_000 == 0) {
        await().until(() -> reading.heard().size() == heard);
      }
    }

    slow.readAgain();

    await().untilAsserted(() -> assertThat(slow.endings).containsExactly(Ending.OVERTAKEN));
    await().untilAsserted(() -> assertThat(reading.heard()).hasSize(more));
  }

  @Test
  void aReaderThatHasNotReadForTenSecondsIsStuck() {
    Line stopped = new Line().stopReading();
    Line reading = new Line();
    Membership stuck = join(GROUP, stopped);
    Membership speaker = join(GROUP, reading);
    say(speaker, "message");
    await().until(() -> stopped.heard().size() == 1 && reading.heard().size() == 1);

    nanoTime.addAndGet(Membership.STUCK_AFTER.minusMillis(1).toNanos());
    stuck.endIfStuck();
    assertThat(stopped.endings).isEmpty();

    nanoTime.addAndGet(Duration.ofMillis(1).toNanos());
    stuck.endIfStuck();
    speaker.endIfStuck();
    assertThat(stopped.endings).containsExactly(Ending.STUCK);
    assertThat(reading.endings).isEmpty();
  }

  @Test
  void aReplyReachesItsMemberAlone() {
    Line mine = new Line();
    Line others = new Line();
    Membership me = join(GROUP, mine);
    join(GROUP, others);

    me.reply("for you");
    say(me, "for all");

    await()
        .untilAsserted(
            () -> assertThat(mine.heard()).containsExactlyInAnyOrder("for you", "for all"));
    await().untilAsserted(() -> assertThat(others.heard()).containsExactly("for all"));
  }

  @Test
  void aMemberThatCausesRepliesWithoutReadingThemIsFlooding() {
    Line stopped = new Line().stopReading();
    Membership member = join(GROUP, stopped);

    IntStream.range(0, 2 * Membership.MAX_REPLIES + 1).forEach(i -> member.reply("reply"));

    assertThat(stopped.endings).containsExactly(Ending.FLOODING);
  }

  @Test
  void oneThatSpeaksTooFastIsRefusedThenEndedAndTheOthersHearWhatWasAllowed() {
    Line listener = new Line();
    join(GROUP, listener);
    Line line = new Line();
    Membership fast = rooms.join(GROUP, line, SendLimit.of(1, 5));

    List<Refusal> refusals = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Optional<Refusal> refusal =
          rooms.handle(fast, new ChatCommand.Publish(GROUP, null, "message"));
      refusal.ifPresent(
          reason -> {
            refusals.add(reason);
            fast.reply("refused");
          });
    }

    assertThat(refusals).isNotEmpty().containsOnly(Refusal.TOO_FAST);
    await().untilAsserted(() -> assertThat(line.endings).containsExactly(Ending.FLOODING));
    assertThat(line.heard().stream().filter("refused"::equals)).hasSameSizeAs(refusals);
    await().until(() -> listener.heard().size() >= 5);
  }

  @Test
  void aLineThatThrowsIsEndedAndTheOthersGoOn() {
    Line broken = new Line().breakDown();
    Line healthy = new Line();
    join(GROUP, broken);
    Membership speaker = join(GROUP, healthy);

    say(speaker, "one");
    say(speaker, "two");

    await().untilAsserted(() -> assertThat(healthy.heard()).containsExactly("one", "two"));
    assertThat(broken.endings).containsExactly(Ending.BROKEN);
  }

  @Test
  void theDirectoryLearnsWhereSomebodySpokeAndItsFailureStopsNobody() {
    Line line = new Line();
    Membership member = join(GROUP, line);

    say(member, "one");
    say(member, "two");

    await().untilAsserted(() -> assertThat(directory.recorded).containsExactly(GROUP));
    await().untilAsserted(() -> assertThat(line.heard()).containsExactly("one", "two"));
  }

  @Test
  void aDirectoryThatHangsHoldsNobodyUp() {
    directory.hang();
    List<Line> lines = IntStream.range(0, 10).mapToObj(i -> new Line()).toList();

    for (int i = 0; i < lines.size(); i++) {
      say(join(new GroupName("group-" + i), lines.get(i)), "message");
    }

    await().until(() -> lines.stream().allMatch(line -> line.heard().size() == 1));
  }

  private Membership join(GroupName group, Line line) {
    return rooms.join(group, line, NO_LIMIT);
  }

  private void say(Membership member, String text) {
    assertThat(rooms.handle(member, new ChatCommand.Publish(GROUP, null, text))).isEmpty();
  }

  /**
   * A connection's far end, in memory: hears at once while it reads, keeps the sender waiting while
   * it does not.
   */
  private static final class Line implements Outlet {
    private final List<String> heard = new ArrayList<>();
    private final ConcurrentLinkedQueue<Ending> endings = new ConcurrentLinkedQueue<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean reading = true;
    private boolean broken;

    synchronized Line stopReading() {
      reading = false;
      return this;
    }

    synchronized Line breakDown() {
      broken = true;
      return this;
    }

    void readAgain() {
      List<Runnable> released;
      synchronized (this) {
        reading = true;
        released = List.copyOf(waiting);
        waiting.clear();
      }
      released.forEach(Runnable::run);
    }

    synchronized List<String> heard() {
      return List.copyOf(heard);
    }

    @Override
    public void send(List<String> frames, Runnable sent) {
      synchronized (this) {
        if (broken) {
          throw new IllegalStateException("broken");
        }
        heard.addAll(frames);
        if (!reading) {
          waiting.add(sent);
          return;
        }
      }
      sent.run();
    }

    @Override
    public void end(Ending ending) {
      endings.add(ending);
    }
  }

  /** Remembers in memory, and fails afterwards, as a database may. */
  private static final class Directory implements GroupDirectory {
    private final ConcurrentLinkedQueue<GroupName> recorded = new ConcurrentLinkedQueue<>();
    private volatile CountDownLatch answering = new CountDownLatch(0);

    void hang() {
      answering = new CountDownLatch(1);
    }

    @Override
    public List<Entry> recent(int limit) {
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
