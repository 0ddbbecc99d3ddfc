package fanweb.chat.jdbc;

import static fanweb.chat.jdbc.Chat.ANNA;
import static fanweb.chat.jdbc.Chat.BEN;
import static fanweb.chat.jdbc.Chat.append;
import static fanweb.chat.jdbc.Chat.message;
import static fanweb.chat.jdbc.Chat.newGroup;
import static fanweb.chat.jdbc.Chat.offset;
import static fanweb.chat.jdbc.Chat.offsets;
import static fanweb.chat.jdbc.Chat.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.channel.GroupName;
import fanweb.chat.Author;
import fanweb.chat.Draft;
import fanweb.chat.JournalException;
import fanweb.chat.Outcome;
import fanweb.chat.Refusal;
import fanweb.system.NeedsMariaDb;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("fanweb.chat.jdbc.Kind#available")
@ExtendWith({NeedsMariaDb.class, Databases.Shared.class})
class AppendingIT {
  private static final Outcome KEY_REUSED = new Outcome.Refused(Refusal.KEY_REUSED);

  private final KeptConnections database;
  private final JdbcJournal journal;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  AppendingIT(Kind kind, Databases databases) {
    database = databases.of(kind);
    journal = Chat.journal(database);
  }

  @AfterEach
  void everyConnectionWasGivenBack() {
    threads.shutdown();
    assertThat(database.lent()).isZero();
  }

  @Test
  void offsetsAreConsecutiveInEachGroupAndInTheOrderOfTheDrafts() {
    GroupName one = newGroup();
    GroupName other = newGroup();

    List<Outcome> outcomes =
        journal.append(
            List.of(
                message(one, "1"), message(other, "a"), message(one, "2"), message(other, "b")));
    outcomes =
        Stream.concat(outcomes.stream(), journal.append(List.of(message(one, "3"))).stream())
            .toList();

    assertThat(outcomes.stream().map(Chat::offset)).containsExactly(1L, 1L, 2L, 2L, 3L);
    assertThat(texts(journal.after(one, 0, 10))).containsExactly("1", "2", "3");
    assertThat(texts(journal.after(other, 0, 10))).containsExactly("a", "b");
    assertThat(journal.find(one).orElseThrow().head().offset()).isEqualTo(3);
  }

  @Test
  void nothingIsStoredForNoDrafts() {
    assertThat(journal.append(List.of())).isEmpty();
  }

  @Test
  void whatIsReadIsWhatWasStored() {
    GroupName group = newGroup();
    Draft draft = message(group, BEN, "key", "聊天 😀 '\\\" \u0000 \r\n " + "𠮷".repeat(40_000));

    append(journal, draft);

    assertThat(journal.after(group, 0, 10).get(0).event()).isEqualTo(draft.event());
  }

  @Test
  void theFirstDraftNamesTheEpochOfItsGroupAndNoneAfterIt() {
    GroupName group = newGroup();
    Draft first = inEpoch("epoch-1", message(group, "1"));
    Draft second = inEpoch("epoch-2", message(group, "2"));

    List<Outcome> outcomes = journal.append(List.of(first, second));

    assertThat(outcomes)
        .allSatisfy(
            one -> assertThat(((Outcome.Stored) one).position().epoch()).isEqualTo("epoch-1"));
    assertThat(journal.find(group).orElseThrow().head().epoch()).isEqualTo("epoch-1");
  }

  @Test
  void theSameKeyIsStoredOnceAndAnsweredWithItsOffset() {
    GroupName group = newGroup();
    Draft draft = message(group, ANNA, "key", "text");
    append(journal, message(group, "before"));
    append(journal, draft);

    List<Outcome> again = journal.append(List.of(message(group, "3"), draft, message(group, "4")));

    assertThat(again.stream().map(Chat::offset)).containsExactly(3L, 2L, 4L);
    assertThat(again.stream().map(one -> ((Outcome.Stored) one).repeated()))
        .containsExactly(false, true, false);
    assertThat(texts(journal.after(group, 0, 10))).containsExactly("before", "text", "3", "4");
  }

  @Test
  void aKeyTwiceInOneBatchIsStoredOnce() {
    GroupName group = newGroup();
    Draft draft = message(group, ANNA, "key", "text");

    List<Outcome> outcomes =
        journal.append(List.of(draft, message(group, ANNA, "key", "other"), draft));

    assertThat(outcomes.stream().filter(Outcome.Stored.class::isInstance).map(Chat::offset))
        .containsExactly(1L, 1L);
    assertThat(outcomes.get(1)).isEqualTo(KEY_REUSED);
    assertThat(texts(journal.after(group, 0, 10))).containsExactly("text");
  }

  @Test
  void aKeyWithAnotherTextIsRefusedAndTheOthersAreStored() {
    GroupName group = newGroup();
    append(journal, message(group, ANNA, "key", "text"));

    List<Outcome> outcomes =
        journal.append(List.of(message(group, ANNA, "key", "other"), message(group, "next")));

    assertThat(outcomes.get(0)).isEqualTo(KEY_REUSED);
    assertThat(offset(outcomes.get(1))).isEqualTo(2);
    assertThat(texts(journal.after(group, 0, 10))).containsExactly("text", "next");
  }

  @Test
  void aKeyBelongsToItsAuthorItsGroupAndItsCase() {
    GroupName group = newGroup();
    GroupName other = newGroup();
    Author upper = new Author("A_ANNA", "");

    List<Outcome> outcomes =
        Stream.of(
                message(group, ANNA, "key", "1"),
                message(group, BEN, "key", "2"),
                message(group, upper, "key", "3"),
                message(group, ANNA, "KEY", "4"),
                message(other, ANNA, "key", "5"))
            .map(draft -> append(journal, draft))
            .toList();

    assertThat(outcomes.stream().map(Chat::offset)).containsExactly(1L, 2L, 3L, 4L, 1L);
  }

  @Test
  void draftsWithoutAKeyAreStoredEachTime() {
    GroupName group = newGroup();
    Draft draft = message(group, ANNA, null, "text");

    append(journal, draft);
    append(journal, draft);

    assertThat(texts(journal.after(group, 0, 10))).containsExactly("text", "text");
  }

  @Test
  void aWholeBatchSentAgainIsAnsweredAsTheFirstTime() {
    GroupName group = newGroup();
    List<Draft> drafts =
        IntStream.range(0, 250).mapToObj(i -> message(group, "text " + i)).toList();
    List<Outcome> first = journal.append(drafts);

    List<Outcome> again = journal.append(drafts);

    assertThat(again.stream().map(Chat::offset))
        .isEqualTo(first.stream().map(Chat::offset).toList());
    assertThat(journal.find(group).orElseThrow().head().offset()).isEqualTo(250);
  }

  @Test
  void namesThatDifferInCaseAccentOrLengthAreDifferentGroups() {
    String unique = newGroup().value();
    String rare = "𠮷".repeat(GroupName.MAX_LENGTH - 1);
    List<GroupName> groups =
        Stream.concat(
                Stream.of("abc ABC ábc äbc aebc ａbc ss ß 吉 𠮷 ж Ж".split(" ")).map(unique::concat),
                Stream.of(rare, rare + "𠮷", rare + "𠮶"))
            .map(name -> GroupName.parse(name).orElseThrow())
            .toList();

    groups.forEach(group -> append(journal, message(group, group.value())));

    assertThat(journal.tides(groups).keySet()).containsExactlyInAnyOrderElementsOf(groups);
    for (GroupName group : groups) {
      assertThat(texts(journal.after(group, 0, 10))).containsExactly(group.value());
    }
  }

  @Test
  void aDraftThatTheDatabaseDoesNotTakeUndoesItsBatch() {
    GroupName group = newGroup();
    append(journal, message(group, "before"));
    Draft invalid = message(group, ANNA, "k".repeat(65), "never");

    assertThatThrownBy(() -> journal.append(List.of(message(group, "good"), invalid)))
        .isInstanceOfSatisfying(
            JournalException.class,
            e -> {
              assertThat(e.isUndone()).isTrue();
              assertThat(e.refusal()).isEqualTo(Refusal.REJECTED);
            });

    append(journal, message(group, "after"));
    assertThat(texts(journal.after(group, 0, 10))).containsExactly("before", "after");
  }

  @Test
  void aGroupThatWasDeletedBeginsAnew() throws Exception {
    GroupName group = newGroup();
    append(journal, message(group, "old"));
    String old = journal.find(group).orElseThrow().head().epoch();
    Tables.execute(database, "DELETE FROM chat_group WHERE name = '" + group + "'");
    assertThat(journal.find(group)).isEmpty();
    assertThat(journal.after(group, 0, 10)).isEmpty();

    assertThat(offset(append(journal, message(group, "new")))).isEqualTo(1);

    assertThat(journal.find(group).orElseThrow().head().epoch()).isNotEqualTo(old);
    assertThat(texts(journal.after(group, 0, 10))).containsExactly("new");
  }

  @Test
  void anIdThatBecameAnotherGroupsIsNotWrittenTo() throws Exception {
    GroupName group = newGroup();
    GroupName other = newGroup();
    append(journal, message(group, "old"));
    Tables.execute(
        database, "UPDATE chat_group SET name = '" + other + "' WHERE name = '" + group + "'");

    append(journal, message(group, "new"));

    assertThat(texts(journal.after(group, 0, 10))).containsExactly("new");
    assertThat(texts(journal.after(other, 0, 10))).containsExactly("old");
  }

  @Test
  void theSameKeyAtOnceFromTwoNodesIsOneRowAndOneOffset() throws Exception {
    for (int i = 0; i < 20; i++) {
      GroupName group = newGroup();
      Draft draft = message(group, ANNA, "key", "text");
      CyclicBarrier both = new CyclicBarrier(2);
      Callable<Outcome> node =
          () -> {
            JdbcJournal mine = Chat.journal(database);
            both.await();
            return append(mine, draft);
          };

      List<Outcome> outcomes = all(List.of(node, node));

      assertThat(outcomes.stream().map(Chat::offset)).containsExactly(1L, 1L);
      assertThat(outcomes.stream().filter(one -> ((Outcome.Stored) one).repeated())).hasSize(1);
      assertThat(offsets(journal.after(group, 0, 10))).containsExactly(1L);
    }
  }

  @Test
  void nodesThatWriteToTheSameGroupsInOppositeOrdersGetInNobodysWay() throws Exception {
    List<GroupName> groups = IntStream.range(0, 8).mapToObj(i -> newGroup()).toList();
    int rounds = 40;

    List<List<Outcome>> outcomes =
        all(
            IntStream.range(0, 4)
                .mapToObj(
                    node -> (Callable<List<Outcome>>) () -> write(node % 2 == 0, groups, rounds))
                .toList());

    assertThat(outcomes.stream().flatMap(List::stream))
        .allMatch(one -> one instanceof Outcome.Stored stored && !stored.repeated());
    for (GroupName group : groups) {
      assertThat(offsets(journal.after(group, 0, 1_000)))
          .isEqualTo(LongStream.rangeClosed(1, 4L * rounds).boxed().toList());
      assertThat(texts(journal.after(group, 0, 1_000))).doesNotHaveDuplicates();
    }
  }

  /** As a node of its own. */
  private List<Outcome> write(boolean forwards, List<GroupName> groups, int rounds) {
    JdbcJournal mine = Chat.journal(database);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      List<Draft> drafts = new ArrayList<>();
      for (int g = 0; g < groups.size(); g++) {
        GroupName group = groups.get(forwards ? g : groups.size() - 1 - g);
        drafts.add(message(group, Chat.newKey()));
      }
      outcomes.addAll(mine.append(drafts));
    }
    return outcomes;
  }

  @Test
  void whoeverSeesAnOffsetSeesAllBeforeIt() throws Exception {
    GroupName group = newGroup();
    int each = 150;
    Callable<Boolean> writer =
        () -> {
          JdbcJournal mine = Chat.journal(database);
          IntStream.range(0, each).forEach(i -> append(mine, message(group, "text " + i)));
          return true;
        };
    Callable<Boolean> reader =
        () -> {
          long seen = 0;
          while (seen < 2 * each) {
            for (long offset : offsets(journal.after(group, seen, 100))) {
              assertThat(offset).isEqualTo(seen + 1);
              seen = offset;
            }
          }
          return true;
        };

    assertThat(all(List.of(reader, writer, writer))).containsOnly(true);
  }

  private <T> List<T> all(List<Callable<T>> work) throws Exception {
    List<Future<T>> futures = work.stream().map(threads::submit).toList();
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(future.get());
    }
    return results;
  }

  private static Draft inEpoch(String epoch, Draft draft) {
    return new Draft(draft.group(), epoch, draft.key(), draft.who(), draft.event(), null);
  }
}
