package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.channel.Publication;
import fanweb.channel.StreamPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupLogTest {
  private final GroupLog log = new GroupLog();

  @Test
  void readsOnFromACursorInBurstsWithoutAGap() {
    List<String> said = say(1, 1_000);

    assertThat(readAllAfter(0)).isEqualTo(said);
    assertThat(readAllAfter(990)).isEqualTo(said.subList(990, 1_000));
  }

  @Test
  void hasNothingToReadAtTheHead() {
    say(1, 3);

    assertThat(log.readAfter(3)).hasValueSatisfying(b -> assertThat(b.frames()).isEmpty());
  }

  @Test
  void limitsABurstInFramesAndInCharacters() {
    say(1, Burst.MAX_FRAMES + 1);
    assertThat(log.readAfter(0).orElseThrow().frames()).hasSize(Burst.MAX_FRAMES);

    long cursor = log.head();
    log.append(at(100, "a".repeat(Burst.MAX_CHARS - 1)));
    log.append(at(101, "bb"));
    log.append(at(102, "c".repeat(Burst.MAX_CHARS + 1)));

    assertThat(log.readAfter(cursor).orElseThrow().frames()).hasSize(1);
    assertThat(log.readAfter(cursor + 1).orElseThrow().frames()).containsExactly("bb");
    assertThat(log.readAfter(cursor + 2).orElseThrow().frames()).hasSize(1);
  }

  @Test
  void forgetsTheOldestBeyondItsNumberAndTellsWhoWasOvertaken() {
    say(1, GroupLog.MAX_ENTRIES + 10);

    assertThat(log.readAfter(9)).isEmpty();
    assertThat(log.readAfter(10).orElseThrow().frames()).startsWith("message 11");
  }

  @Test
  void forgetsTheOldestBeyondItsSizeButKeepsOneHoweverLong() {
    String half = "x".repeat(GroupLog.MAX_CHARS / 2);
    log.append(at(1, half));
    log.append(at(2, half));
    log.append(at(3, "y"));

    assertThat(log.readAfter(0)).isEmpty();
    assertThat(log.readAfter(1)).isPresent();

    log.append(at(4, "z".repeat(GroupLog.MAX_CHARS + 1)));
    assertThat(log.readAfter(2)).isEmpty();
    assertThat(log.readAfter(3)).isPresent();
  }

  @Test
  void ignoresWhatIsRepeatedOrLate() {
    assertThat(log.append(at(1, "a"))).isTrue();
    assertThat(log.append(at(2, "b"))).isTrue();

    assertThat(log.append(at(2, "b"))).isFalse();
    assertThat(log.append(at(1, "a"))).isFalse();

    assertThat(readAllAfter(0)).containsExactly("a", "b");
  }

  @Test
  void goesOnAfterWhatTheLayerDroppedAndInANewEpoch() {
    log.append(at(1, "a"));
    log.append(at(5, "e"));
    log.append(new Publication<>(new StreamPosition("another epoch", 1), "f"));

    assertThat(readAllAfter(0)).containsExactly("a", "e", "f");
  }

  private List<String> say(int from, int to) {
    List<String> said = IntStream.rangeClosed(from, to).mapToObj(i -> "message " + i).toList();
    IntStream.rangeClosed(from, to).forEach(i -> log.append(at(i, "message " + i)));
    return said;
  }

  private List<String> readAllAfter(long cursor) {
    List<String> read = new ArrayList<>();
    while (cursor < log.head()) {
      Burst burst = log.readAfter(cursor).orElseThrow();
      read.addAll(burst.frames());
      cursor = burst.last();
    }
    return read;
  }

  private static Publication<String> at(long offset, String body) {
    return new Publication<>(new StreamPosition("epoch", offset), body);
  }
}
