package fanweb.chat.jdbc;

import static fanweb.chat.jdbc.Chat.ANNA;
import static fanweb.chat.jdbc.Chat.NOON;
import static fanweb.chat.jdbc.Chat.append;
import static fanweb.chat.jdbc.Chat.configure;
import static fanweb.chat.jdbc.Chat.draft;
import static fanweb.chat.jdbc.Chat.edit;
import static fanweb.chat.jdbc.Chat.message;
import static fanweb.chat.jdbc.Chat.newGroup;
import static fanweb.chat.jdbc.Chat.offset;
import static fanweb.chat.jdbc.Chat.offsets;
import static fanweb.chat.jdbc.Chat.say;
import static org.assertj.core.api.Assertions.assertThat;

import fanweb.channel.GroupName;
import fanweb.chat.ChatEvent;
import fanweb.chat.GroupSettings;
import fanweb.chat.GroupSettings.Access;
import fanweb.chat.Outcome;
import fanweb.chat.Refusal;
import fanweb.system.NeedsMariaDb;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("fanweb.chat.jdbc.Kind#available")
@ExtendWith({NeedsMariaDb.class, Databases.Shared.class})
class RetentionIT {
  private final KeptConnections database;
  private final JdbcJournal journal;
  private final JdbcRetention retention;
  private final GroupName group = newGroup();

  RetentionIT(Kind kind, Databases databases) {
    database = databases.of(kind);
    journal = Chat.journal(database);
    retention = new JdbcRetention(database);
  }

  @AfterEach
  void nothingMoreIsForgotten() {
    append(journal, configure(group, GroupSettings.DEFAULTS));
    assertThat(database.lent()).isZero();
  }

  @Test
  void whatIsNotLimitedIsKeptForEver() {
    say(journal, group, List.of("1", "2", "3"));

    retention.retire(NOON.plus(Duration.ofDays(1_000)));

    assertThat(offsets(journal.after(group, 0, 10))).containsExactly(1L, 2L, 3L);
    assertThat(floor()).isZero();
  }

  @Test
  void asManyAreKeptAsTheGroupSays() throws SQLException {
    say(journal, group, IntStream.rangeClosed(1, 20).mapToObj(i -> "text " + i + mark()).toList());
    append(journal, configure(group, keeping(5, 0)));

    assertThat(retention.retire(NOON)).isEqualTo(16);
    assertThat(retention.retire(NOON)).isZero();

    assertThat(floor()).isEqualTo(16);
    assertThat(offsets(journal.after(group, 0, 10))).containsExactly(17L, 18L, 19L, 20L, 21L);
    assertThat(offsets(journal.after(group, 16, 2))).containsExactly(17L, 18L);
    assertThat(offsets(journal.after(group, 7, 2))).containsExactly(17L, 18L);
    assertThat(offsets(journal.before(group, 19, 10))).containsExactly(17L, 18L);
    assertThat(journal.before(group, 17, 10)).isEmpty();
    assertThat(offsets(journal.search(group, mark(), 100, 100)))
        .containsExactly(20L, 19L, 18L, 17L);
    assertThat(Tables.dump(database)).filteredOn(value -> value.contains(mark())).hasSize(4);
  }

  /** What only this group's texts have. */
  private String mark() {
    return " of " + group;
  }

  @Test
  void whatIsOlderThanTheGroupSaysGoes() {
    append(journal, configure(group, keeping(0, 60)));
    for (int second : List.of(1, 30, 60, 90)) {
      sayAt(NOON.plusSeconds(second));
    }

    retention.retire(NOON.plusSeconds(90));
    assertThat(floor()).isEqualTo(2);
    assertThat(offsets(journal.after(group, 0, 10))).containsExactly(3L, 4L, 5L);

    retention.retire(NOON.plusSeconds(1_000));
    assertThat(floor()).isEqualTo(5);
    assertThat(journal.after(group, 0, 10)).isEmpty();
    assertThat(offset(append(journal, message(group, "next")))).isEqualTo(6);
  }

  @Test
  void aClockThatWasWrongOnceTakesNoYoungOnesAlong() {
    append(journal, configure(group, keeping(0, 60)));
    sayAt(NOON);
    sayAt(NOON.minus(Duration.ofDays(3)));
    sayAt(NOON);

    retention.retire(NOON.plusSeconds(30));

    assertThat(offsets(journal.after(group, 0, 10))).containsExactly(1L, 2L, 3L, 4L);
  }

  private void sayAt(Instant at) {
    append(journal, draft(group, null, ChatEvent.Message.written(at, ANNA, "text")));
  }

  @Test
  void keysAreKnownForADayLongerThenTheRowsGo() throws SQLException {
    append(journal, message(group, ANNA, "key", "text"));
    say(journal, group, List.of("2", "3"));
    append(journal, configure(group, keeping(1, 0)));
    retention.retire(NOON);

    assertThat(offset(append(journal, message(group, ANNA, "key", "text")))).isEqualTo(1);
    assertThat(append(journal, message(group, ANNA, "key", "other")))
        .isEqualTo(new Outcome.Refused(Refusal.KEY_REUSED));

    retention.retire(NOON.plus(Duration.ofHours(24)).minusMillis(1));
    assertThat(rows()).isEqualTo(4);
    retention.retire(NOON.plus(Duration.ofHours(24)));
    assertThat(rows()).isEqualTo(1);
    assertThat(offset(append(journal, message(group, ANNA, "key", "other")))).isEqualTo(5);
    assertThat(offsets(journal.after(group, 0, 10))).containsExactly(4L, 5L);
  }

  @Test
  void aMessageThatIsNoLongerKeptIsNotThereToBeChangedAndItsEditIsADeletion() {
    say(journal, group, List.of("1", "2"));
    append(journal, edit(group, ANNA, 1, "1 again"));
    append(journal, configure(group, keeping(2, 0)));
    retention.retire(NOON);

    assertThat(append(journal, edit(group, ANNA, 1, "1 once more")))
        .isEqualTo(new Outcome.Refused(Refusal.NOT_FOUND));
    assertThat(journal.after(group, 0, 10).get(0).event())
        .isEqualTo(new ChatEvent.Deleted(NOON, ANNA, 1));
  }

  @Test
  void bigGroupsAreForgottenStepByStepWhileOthersWriteInThem() throws SQLException {
    int many = 2_300;
    say(journal, group, IntStream.rangeClosed(1, many).mapToObj(i -> "text " + i).toList());
    append(journal, configure(group, keeping(100, 0)));

    CompletableFuture<Integer> erased = CompletableFuture.supplyAsync(() -> retention.retire(NOON));
    List<Long> written = new ArrayList<>();
    do {
      written.add(offset(append(journal, message(group, "meanwhile"))));
    } while (!erased.isDone());

    assertThat(erased.join()).isGreaterThanOrEqualTo(many - 99);
    assertThat(written)
        .isEqualTo(LongStream.rangeClosed(many + 2L, many + 1L + written.size()).boxed().toList());
    long floor = floor();
    assertThat(offsets(journal.after(group, 0, 1)).get(0)).isEqualTo(floor + 1);
    assertThat(retired()).isEqualTo(floor);
    retention.retire(NOON.plus(Duration.ofHours(25)));
    assertThat(rows()).isLessThanOrEqualTo(100 + written.size());
  }

  @Test
  void twoNodesMayForgetAtOnce() throws SQLException {
    say(journal, group, IntStream.rangeClosed(1, 1_200).mapToObj(i -> "text " + i).toList());
    append(journal, configure(group, keeping(1, 0)));

    CompletableFuture<Integer> other =
        CompletableFuture.supplyAsync(() -> new JdbcRetention(database).retire(NOON));
    int erased = retention.retire(NOON) + other.join();

    assertThat(erased).isEqualTo(1_200);
    assertThat(floor()).isEqualTo(1_200);
    assertThat(retired()).isEqualTo(1_200);
  }

  private static GroupSettings keeping(int messages, long seconds) {
    return new GroupSettings("", true, Access.EVERYONE, Access.EVERYONE, 0, messages, seconds);
  }

  private long floor() {
    return journal.find(group).orElseThrow().floor();
  }

  private long rows() throws SQLException {
    return count("");
  }

  private long retired() throws SQLException {
    return count(" AND m.retired_at IS NOT NULL");
  }

  private long count(String more) throws SQLException {
    return Tables.number(
        database,
        "SELECT COUNT(*) FROM chat_message m JOIN chat_group g ON g.id = m.group_id WHERE g.name = '"
            + group
            + "'"
            + more);
  }
}
