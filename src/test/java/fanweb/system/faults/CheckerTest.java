package fanweb.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.system.faults.StoredStream.Row;
import fanweb.system.faults.Testimony.Ack;
import fanweb.system.faults.Testimony.Heard;
import fanweb.system.faults.Verdict.Offence;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The checker finds each kind of offence, and none where there is none. */
class CheckerTest {
  private static final Position START = new Position("e", 0);

  /** Three messages of one author, who heard all of them. */
  private static final List<String> SENT = List.of("a-1 x", "a-2 x", "a-3 x");

  private static final List<Ack> ACKS = List.of(ack("a-1", 1), ack("a-2", 2), ack("a-3", 3));
  private static final List<Heard> HEARD = heard(1, 2, 3);
  private static final List<Row> ROWS = List.of(row(1, 1), row(2, 2), row(3, 3));

  @Test
  void what_is_whole_is_clean() {
    Verdict verdict = check(HEARD, ROWS, 3);
    assertThat(verdict.isClean()).as("%s", verdict.first()).isTrue();
    assertThat(verdict.counts()).isEqualTo(new Verdict.Counts(1, 3, 3, 3, 3));
  }

  @Test
  void who_came_later_need_not_have_heard_what_was_before() {
    assertThat(check(testimony(new Position("e", 2), ACKS, heard(3)), ROWS, 3).isClean()).isTrue();
    assertThat(check(testimony(new Position("e", 1), ACKS, heard(3)), ROWS, 3).isClean()).isFalse();
  }

  @Test
  void an_acknowledged_message_without_a_row_is_lost() {
    expect(check(heard(1, 2), ROWS.subList(0, 2), 2), Offence.LOST, "a-3");
  }

  @Test
  void an_acknowledgement_of_another_place_or_epoch_is_found() {
    List<Ack> moved = List.of(ACKS.get(0), ACKS.get(1), ack("a-3", 4));
    expect(check(testimony(START, moved, HEARD), ROWS, 3), Offence.ALTERED, "a-3");
    List<Ack> renamed =
        List.of(ACKS.get(0), ACKS.get(1), new Ack("a-3", new Position("another", 3)));
    expect(check(testimony(START, renamed, HEARD), ROWS, 3), Offence.ALTERED, "another");
  }

  @Test
  void a_message_without_an_acknowledgement_is_found() {
    expect(check(testimony(START, ACKS.subList(0, 2), HEARD), ROWS, 3), Offence.BEHIND, "a-3");
  }

  @Test
  void a_message_that_is_stored_twice_is_found() {
    List<Row> rows = List.of(row(1, 1), row(2, 2), row(3, 3), row(4, 3));
    Heard again = new Heard(4, SENT.get(2));
    expect(
        check(List.of(HEARD.get(0), HEARD.get(1), HEARD.get(2), again), rows, 4),
        Offence.DOUBLED,
        "3, 4");
  }

  @Test
  void a_gap_among_the_rows_and_a_wrong_head_are_found() {
    List<Row> rows = List.of(row(1, 1), row(2, 2), row(4, 3));
    expect(check(HEARD, rows, 4), Offence.DISORDERED, "row 4 follows 2");
    expect(check(HEARD, ROWS, 5), Offence.DISORDERED, "head 5");
  }

  @Test
  void a_row_that_nobody_sent_or_with_another_key_is_found() {
    List<Row> strange = List.of(row(1, 1), row(2, 2), row(3, 3), new Row(4, "b-1", "b-1 x"));
    expect(check(HEARD, strange, 4), Offence.ALTERED, "b-1");
    List<Row> renamed = List.of(row(1, 1), row(2, 2), new Row(3, "other", SENT.get(2)));
    expect(check(HEARD, renamed, 3), Offence.ALTERED, "other");
  }

  @Test
  void rows_against_their_authors_order_are_found() {
    List<Row> rows = List.of(row(1, 2), row(2, 1), row(3, 3));
    List<Ack> acks = List.of(ack("a-1", 2), ack("a-2", 1), ack("a-3", 3));
    List<Heard> heard =
        List.of(new Heard(1, SENT.get(1)), new Heard(2, SENT.get(0)), new Heard(3, SENT.get(2)));
    expect(check(testimony(START, acks, heard), rows, 3), Offence.DISORDERED, "written after");
  }

  @Test
  void what_is_heard_twice_disordered_with_a_gap_or_not_at_all_is_found() {
    expect(check(heard(1, 2, 2, 3), ROWS, 3), Offence.DOUBLED, "twice");
    expect(check(heard(1, 3, 2), ROWS, 3), Offence.DISORDERED, "after");
    expect(check(heard(1, 3), ROWS, 3), Offence.DISORDERED, "after 1");
    expect(check(heard(1, 2), ROWS, 3), Offence.BEHIND, "last");
    expect(check(testimony(null, ACKS, List.of()), ROWS, 3), Offence.BEHIND, "never got in");
  }

  @Test
  void a_text_that_is_heard_otherwise_than_it_is_stored_is_found() {
    List<Heard> heard = List.of(HEARD.get(0), HEARD.get(1), new Heard(3, "a-3 y"));
    expect(check(heard, ROWS, 3), Offence.ALTERED, "a-3 y");
  }

  @Test
  void complaints_count() {
    Testimony one = new Testimony("a", "g", START, SENT, ACKS, HEARD, List.of("not recovered"));
    expect(check(one, ROWS, 3), Offence.ALTERED, "not recovered");
  }

  private static void expect(Verdict verdict, Offence offence, String words) {
    assertThat(verdict.of(offence)).isPositive();
    assertThat(verdict.first()).anySatisfy(one -> assertThat(one).contains(offence.name(), words));
  }

  private static Verdict check(List<Heard> heard, List<Row> rows, long head) {
    return check(testimony(START, ACKS, heard), rows, head);
  }

  private static Verdict check(Testimony one, List<Row> rows, long head) {
    return Checker.check(List.of(one), Map.of("g", new StoredStream("e", head, rows)));
  }

  private static Testimony testimony(@Nullable Position start, List<Ack> acks, List<Heard> heard) {
    return new Testimony("a", "g", start, SENT, acks, heard, List.of());
  }

  private static Ack ack(String key, long offset) {
    return new Ack(key, new Position("e", offset));
  }

  private static List<Heard> heard(int... offsets) {
    return Arrays.stream(offsets).mapToObj(at -> new Heard(at, SENT.get(at - 1))).toList();
  }

  private static Row row(long offset, int message) {
    String text = SENT.get(message - 1);
    return new Row(offset, Testimony.key(text), text);
  }
}
