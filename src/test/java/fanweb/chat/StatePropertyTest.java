package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import fanweb.channel.GroupName;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.TestInstance;

/**
 * Whatever happens, whoever applies what they are told has what a fresh reader gets: random talk,
 * its failures made small.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatePropertyTest {
  private static final int READERS = 4;
  private static final int STEPS = 120;

  /** A failure may need luck: a smaller one has so many chances to fail. */
  private static final int CHANCES = 2;

  /** How long a failure is made smaller. */
  private static final long SHRINKING_NANOS = TimeUnit.SECONDS.toNanos(45);

  @SuppressWarnings("NullAway.Init") // because JUnit starts it
  private ChatNode node;

  @BeforeAll
  void start() {
    node = ChatNode.start();
  }

  @AfterAll
  void stop() throws InterruptedException {
    node.close();
  }

  /** The seed is the number of the repetition, so that a failure has a chance to come again. */
  @RepeatedTest(15)
  void whoAppliesWhatTheyAreToldHasWhatAFreshReaderGets(RepetitionInfo seed) {
    List<Step> steps = steps(new Random(seed.getCurrentRepetition()));

    String failure = failure(steps);

    if (!failure.isEmpty()) {
      long end = System.nanoTime() + SHRINKING_NANOS;
      List<Step> smallest =
          Shrinking.smallest(steps, fewer -> System.nanoTime() < end && fails(fewer));
      fail("%s%nafter%n%s", failure, smallest);
    }
  }

  private boolean fails(List<Step> steps) {
    return IntStream.range(0, CHANCES).anyMatch(i -> !failure(steps).isEmpty());
  }

  /** What is wrong after these steps in a new group; empty when nothing is. */
  private String failure(List<Step> steps) {
    GroupName group = new GroupName(UUID.randomUUID().toString());
    List<Reader> readers = Stream.generate(() -> new Reader(node, group)).limit(READERS).toList();
    try {
      for (Step step : steps) {
        step.kind().action.of(readers.get(step.reader()), step.number());
      }
      compare(group, readers);
      return "";
    } catch (AssertionError | ConditionTimeoutException e) {
      return String.valueOf(e.getMessage());
    } finally {
      readers.forEach(reader -> reader.peer().line().disconnect());
    }
  }

  private void compare(GroupName group, List<Reader> readers) {
    for (Reader reader : readers) {
      reader.peer().line().readAgain();
      reader.comeIn();
    }
    // What is stored after all that was said before is stored last.
    JsonPeer last = new JsonPeer(node, group);
    last.join();
    last.publish("last");
    Reader fresh = new Reader(node, group);
    List<Reader> all = Stream.concat(readers.stream(), Stream.of(fresh)).toList();
    await()
        .untilAsserted(
            () -> {
              // Two lives of a group that is new may meet; its keeper finds that out.
              node.service().tick();
              all.forEach(Reader::keepUp);
              assertThat(all).extracting(Reader::offset).containsOnly(head(group));
            });
    Stream.of(last, fresh.peer()).forEach(peer -> peer.line().disconnect());
    assertThat(readers)
        .allSatisfy(reader -> assertThat(reader.messages()).isEqualTo(fresh.messages()));
  }

  private long head(GroupName group) {
    return node.journal().find(group).map(state -> state.head().offset()).orElse(0L);
  }

  private static List<Step> steps(Random random) {
    return random
        .ints(STEPS, 0, Integer.MAX_VALUE)
        .mapToObj(
            i ->
                new Step(
                    Kind.values()[random.nextInt(Kind.values().length)],
                    random.nextInt(READERS),
                    random.nextInt(100)))
        .toList();
  }

  private static String publications(int messages) {
    return IntStream.rangeClosed(1, messages)
        .mapToObj(i -> "{\"type\":\"publish\",\"text\":\"message " + i + "\"}")
        .collect(Collectors.joining("\n"));
  }

  /** Does something as one of the readers. */
  private interface Action {
    void of(Reader reader, int number);
  }

  /** What somebody does next. */
  private enum Kind {
    SAY((reader, number) -> reader.send(publications(1))),
    SAY_MUCH((reader, number) -> reader.send(publications(number))),
    EDIT(
        (reader, number) ->
            reader.send(
                "{\"type\":\"edit\",\"offset\":" + number + ",\"text\":\"edit " + number + "\"}")),
    DELETE((reader, number) -> reader.send("{\"type\":\"delete\",\"offset\":" + number + "}")),
    DROP((reader, number) -> reader.drop()),
    COME_IN((reader, number) -> reader.comeIn()),
    LOOK((reader, number) -> reader.apply()),
    STOP_READING((reader, number) -> reader.peer().line().stopReading()),
    READ_AGAIN((reader, number) -> reader.peer().line().readAgain());

    private final Action action;

    Kind(Action action) {
      this.action = action;
    }
  }

  private record Step(Kind kind, int reader, int number) {}
}
