package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.channel.StreamPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupLogTest {
  private static final Author AUTHOR = new Author("g_1", "");

  private final List<Long> told = new ArrayList<>();
  private final GroupLog log =
      new GroupLog(new StreamPosition("epoch", 0), entry -> told.add(entry.offset()));

  @Test
  void readsOnFromAnOffsetWithoutAGap() {
    List<String> said = say(1, 1_000);

    assertThat(texts(0, 100)).isEqualTo(said.subList(0, 100));
    assertThat(texts(100, 200)).isEqualTo(said.subList(100, 300));
    assertThat(texts(990, 5)).isEqualTo(said.subList(990, 995));
    assertThat(told).hasSize(1_000);
  }

  @Test
  void hasNothingToReadAtTheHead() {
    say(1, 3);

    assertThat(log.after(3, 10)).hasValueSatisfying(entries -> assertThat(entries).isEmpty());
  }

  @Test
  void readsNoMoreThanABurstMayHold() {
    String half = "x".repeat(Burst.MAX_CHARS / 2);
    IntStream.rangeClosed(1, 10).forEach(i -> take(i, half));

    assertThat(log.after(0, 10).orElseThrow()).hasSizeLessThan(4).hasSizeGreaterThan(1);
  }

  @Test
  void forgetsTheOldestBeyondItsNumberAndTellsWhoWasOvertaken() {
    say(1, GroupLog.MAX_ENTRIES + 10);

    assertThat(log.after(9, 10)).isEmpty();
    assertThat(log.reaches(9)).isFalse();
    assertThat(texts(10, 1)).containsExactly("message 11");
    assertThat(log.reaches(10)).isTrue();
  }

  @Test
  void forgetsTheOldestBeyondItsSizeButKeepsOneHoweverLong() {
    int overhead = Texts.length(ChatEvent.Message.written(Instant.EPOCH, AUTHOR, ""));
    String half = "x".repeat(GroupLog.MAX_CHARS / 2 - overhead);
    take(1, half);
    take(2, half);
    take(3, "y");

    assertThat(log.reaches(0)).isFalse();
    assertThat(log.reaches(1)).isTrue();

    take(4, "z".repeat(GroupLog.MAX_CHARS + 1));
    assertThat(log.reaches(2)).isFalse();
    assertThat(log.reaches(3)).isTrue();
  }

  @Test
  void ignoresWhatIsRepeatedOrLate() {
    assertThat(take(1, "a")).isEqualTo(GroupLog.Taken.NEW);
    assertThat(take(2, "b")).isEqualTo(GroupLog.Taken.NEW);

    assertThat(take(2, "b")).isEqualTo(GroupLog.Taken.KNOWN);
    assertThat(take(1, "a")).isEqualTo(GroupLog.Taken.KNOWN);

    assertThat(texts(0, 10)).containsExactly("a", "b");
    assertThat(told).containsExactly(1L, 2L);
  }

  @Test
  void holdsWhatIsEarlyUntilWhatComesBeforeItIsThere() {
    take(1, "a");
    assertThat(take(3, "c")).isEqualTo(GroupLog.Taken.EARLY);
    assertThat(take(5, "e")).isEqualTo(GroupLog.Taken.EARLY);
    assertThat(log.head()).isEqualTo(1);
    assertThat(log.hasGap()).isTrue();

    assertThat(take(2, "b")).isEqualTo(GroupLog.Taken.EARLY);
    assertThat(texts(0, 10)).containsExactly("a", "b", "c");

    assertThat(take(4, "d")).isEqualTo(GroupLog.Taken.NEW);
    assertThat(texts(0, 10)).containsExactly("a", "b", "c", "d", "e");
    assertThat(log.hasGap()).isFalse();
  }

  @Test
  void holdsABoundedNumberOfEarlyOnes() {
    IntStream.rangeClosed(2, 2 * GroupLog.MAX_EARLY).forEach(i -> take(i, "early"));

    take(1, "first");

    assertThat(log.head()).isEqualTo(1 + GroupLog.MAX_EARLY);
  }

  @Test
  void tellsAnEditedMessageAsItStandsNow() {
    take(1, "one");
    log.take(2, new ChatEvent.Edited(Instant.EPOCH, AUTHOR, 1, "uno"));

    assertThat(log.find(1).orElseThrow().event())
        .isEqualTo(
            new ChatEvent.Message(Instant.EPOCH, AUTHOR, "uno", ChatEvent.Message.State.EDITED));
  }

  @Test
  void staysBoundedWhenShortMessagesBecomeLong() {
    String letters = "x".repeat(60_000);
    say(1, 100);

    for (int i = 1; i <= 100; i++) {
      log.take(100 + i, new ChatEvent.Edited(Instant.EPOCH, AUTHOR, i, letters));
    }

    assertThat(log.reaches(198 - GroupLog.MAX_CHARS / letters.length())).isFalse();
    assertThat(log.reaches(199)).isTrue();
  }

  @Test
  void erasesADeletedTextFromTheMessageAndItsEdits() {
    take(1, "secret");
    log.take(2, new ChatEvent.Edited(Instant.EPOCH, AUTHOR, 1, "another secret"));
    take(3, "public");

    log.take(4, new ChatEvent.Deleted(Instant.EPOCH, AUTHOR, 1));

    assertThat(log.after(0, 10).orElseThrow().stream().map(LogEntry::event))
        .extracting(Texts::length)
        .startsWith(Texts.length(log.find(4).orElseThrow().event()))
        .noneMatch(length -> length > Texts.length(log.find(3).orElseThrow().event()));
    assertThat(log.find(1).orElseThrow().event())
        .isInstanceOfSatisfying(
            ChatEvent.Message.class,
            message -> {
              assertThat(message.text()).isEmpty();
              assertThat(message.state()).isEqualTo(ChatEvent.Message.State.DELETED);
            });
    assertThat(log.find(2).orElseThrow().event()).isInstanceOf(ChatEvent.Deleted.class);
  }

  private List<String> say(int from, int to) {
    List<String> said = IntStream.rangeClosed(from, to).mapToObj(i -> "message " + i).toList();
    IntStream.rangeClosed(from, to).forEach(i -> take(i, "message " + i));
    return said;
  }

  private GroupLog.Taken take(long offset, String text) {
    return log.take(offset, ChatEvent.Message.written(Instant.EPOCH, AUTHOR, text));
  }

  private List<String> texts(long after, int limit) {
    return log.after(after, limit).orElseThrow().stream()
        .map(entry -> ((ChatEvent.Message) entry.event()).text())
        .toList();
  }
}
