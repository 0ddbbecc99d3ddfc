package fanweb.chat.jdbc;

import static fanweb.chat.jdbc.Chat.ANNA;
import static fanweb.chat.jdbc.Chat.BEN;
import static fanweb.chat.jdbc.Chat.NOON;
import static fanweb.chat.jdbc.Chat.append;
import static fanweb.chat.jdbc.Chat.byModerator;
import static fanweb.chat.jdbc.Chat.configure;
import static fanweb.chat.jdbc.Chat.delete;
import static fanweb.chat.jdbc.Chat.edit;
import static fanweb.chat.jdbc.Chat.message;
import static fanweb.chat.jdbc.Chat.newGroup;
import static fanweb.chat.jdbc.Chat.offset;
import static fanweb.chat.jdbc.Chat.offsets;
import static fanweb.chat.jdbc.Chat.restrict;
import static fanweb.chat.jdbc.Chat.say;
import static fanweb.chat.jdbc.Chat.texts;
import static org.assertj.core.api.Assertions.assertThat;

import fanweb.channel.GroupName;
import fanweb.chat.ChatEvent;
import fanweb.chat.ChatEvent.Message.State;
import fanweb.chat.GroupSettings;
import fanweb.chat.GroupSettings.Access;
import fanweb.chat.GroupState;
import fanweb.chat.Journal;
import fanweb.chat.Outcome;
import fanweb.chat.Refusal;
import fanweb.chat.Restriction;
import fanweb.system.NeedsMariaDb;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("fanweb.chat.jdbc.Kind#available")
@ExtendWith({NeedsMariaDb.class, Databases.Shared.class})
class ReadingIT {
  private static final Outcome NOT_FOUND = new Outcome.Refused(Refusal.NOT_FOUND);
  private static final Outcome NOT_YOURS = new Outcome.Refused(Refusal.NOT_YOURS);

  private final KeptConnections database;
  private final JdbcJournal journal;
  private final GroupName group = newGroup();

  ReadingIT(Kind kind, Databases databases) {
    database = databases.of(kind);
    journal = Chat.journal(database);
  }

  @AfterEach
  void everyConnectionWasGivenBack() {
    assertThat(database.lent()).isZero();
  }

  @Test
  void aGroupInWhichNobodySpokeIsNotStored() {
    assertThat(journal.find(group)).isEmpty();
    assertThat(journal.tides(List.of(group))).isEmpty();
    assertThat(journal.after(group, 0, 10)).isEmpty();
    assertThat(journal.before(group, 10, 10)).isEmpty();
    assertThat(journal.search(group, "", 10, 10)).isEmpty();
    assertThat(journal.readUpTo(group, ANNA.id())).isZero();
  }

  @Test
  void readsOnAndBackPageByPage() {
    say(journal, group, IntStream.rangeClosed(1, 10).mapToObj(i -> "text " + i).toList());

    assertThat(offsets(journal.after(group, 0, 3))).containsExactly(1L, 2L, 3L);
    assertThat(offsets(journal.after(group, 8, 3))).containsExactly(9L, 10L);
    assertThat(journal.after(group, 10, 3)).isEmpty();
    assertThat(journal.after(group, Long.MAX_VALUE - 1, 3)).isEmpty();
    assertThat(offsets(journal.before(group, 11, 3))).containsExactly(8L, 9L, 10L);
    assertThat(offsets(journal.before(group, 3, 3))).containsExactly(1L, 2L);
    assertThat(journal.before(group, 1, 3)).isEmpty();
  }

  @Test
  void theLatestAreReadWithAnyOffsetBeyondThem() {
    say(journal, group, List.of("1", "2", "3"));

    assertThat(texts(journal.before(group, 100, 2))).containsExactly("2", "3");
    assertThat(texts(journal.before(group, Long.MAX_VALUE, 2))).containsExactly("2", "3");
  }

  @Test
  void aPageEndsAtAboutAMebibyteOfTextButHasOneEventHoweverLong() {
    String half = "x".repeat(1 << 19);
    say(journal, group, List.of(half, half, "short", half + half + "longer", "last"));

    assertThat(offsets(journal.after(group, 0, 10))).containsExactly(1L, 2L);
    assertThat(offsets(journal.after(group, 2, 10))).containsExactly(3L, 4L);
    assertThat(offsets(journal.after(group, 3, 10))).containsExactly(4L);
    assertThat(offsets(journal.before(group, 5, 10))).containsExactly(4L);
  }

  @Test
  void anEditIsReadWithTheLatestTextEverywhere() {
    say(journal, group, List.of("first", "other"));

    assertThat(offset(append(journal, edit(group, ANNA, 1, "second")))).isEqualTo(3);
    assertThat(offset(append(journal, edit(group, ANNA, 1, "third")))).isEqualTo(4);

    assertThat(journal.after(group, 0, 10).stream().map(one -> one.event()))
        .containsExactly(
            new ChatEvent.Message(NOON, ANNA, "third", State.EDITED),
            ChatEvent.Message.written(NOON, ANNA, "other"),
            new ChatEvent.Edited(NOON, ANNA, 1, "third"),
            new ChatEvent.Edited(NOON, ANNA, 1, "third"));
  }

  @Test
  void anEditOrADeletionFollowsItsMessageInTheSameBatch() {
    List<Outcome> outcomes =
        journal.append(
            List.of(
                message(group, "first"),
                edit(group, ANNA, 1, "second"),
                message(group, "other"),
                delete(group, ANNA, 3),
                edit(group, ANNA, 3, "never")));

    assertThat(outcomes.subList(0, 4).stream().map(Chat::offset)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(outcomes.get(4)).isEqualTo(NOT_FOUND);
    assertThat(journal.after(group, 0, 10).stream().map(one -> one.event()))
        .containsExactly(
            new ChatEvent.Message(NOON, ANNA, "second", State.EDITED),
            new ChatEvent.Edited(NOON, ANNA, 1, "second"),
            new ChatEvent.Message(NOON, ANNA, "", State.DELETED),
            new ChatEvent.Deleted(NOON, ANNA, 3));
  }

  @Test
  void whatIsNotThereOrNotOnesOwnIsNeitherEditedNorDeleted() {
    say(journal, group, List.of("Anna's"));
    append(journal, edit(group, ANNA, 1, "Anna's still"));

    assertThat(
            journal.append(
                List.of(
                    edit(group, BEN, 1, "Ben's"),
                    delete(group, BEN, 1),
                    edit(group, ANNA, 7, "nothing"),
                    delete(group, ANNA, 0),
                    edit(group, ANNA, 2, "an edit"),
                    delete(group, ANNA, 2))))
        .containsExactly(NOT_YOURS, NOT_YOURS, NOT_FOUND, NOT_FOUND, NOT_FOUND, NOT_FOUND);
    assertThat(journal.find(group).orElseThrow().head().offset()).isEqualTo(2);
    assertThat(journal.after(group, 0, 1).get(0).event())
        .isEqualTo(new ChatEvent.Message(NOON, ANNA, "Anna's still", State.EDITED));
  }

  @Test
  void aDeletedTextIsNowhereAndReadAsATombstone() throws SQLException {
    String secret = "secret-" + Chat.newKey();
    say(journal, group, List.of(secret, "other"));
    append(journal, edit(group, ANNA, 1, secret + " too"));
    assertThat(Tables.dump(database)).anyMatch(value -> value.contains(secret));

    assertThat(offset(append(journal, delete(group, ANNA, 1)))).isEqualTo(4);

    assertThat(Tables.dump(database)).noneMatch(value -> value.contains(secret));
    assertThat(journal.search(group, "secret", 100, 10)).isEmpty();
    assertThat(journal.after(group, 0, 10).stream().map(one -> one.event()))
        .containsExactly(
            new ChatEvent.Message(NOON, ANNA, "", State.DELETED),
            ChatEvent.Message.written(NOON, ANNA, "other"),
            new ChatEvent.Deleted(NOON, ANNA, 1),
            new ChatEvent.Deleted(NOON, ANNA, 1));
    assertThat(append(journal, delete(group, ANNA, 1))).isEqualTo(NOT_FOUND);
    assertThat(append(journal, edit(group, ANNA, 1, "again"))).isEqualTo(NOT_FOUND);
  }

  @Test
  void aDeletedMessagesKeyIsStillKnownButNotItsText() throws SQLException {
    append(journal, message(group, ANNA, "key", "secret"));
    append(journal, delete(group, ANNA, 1));

    Outcome again = append(journal, message(group, ANNA, "key", "secret"));

    assertThat(again).isInstanceOf(Outcome.Stored.class);
    assertThat(offset(again)).isEqualTo(1);
    assertThat(
            Tables.number(
                database,
                "SELECT COUNT(*) FROM chat_message m JOIN chat_group g ON g.id = m.group_id"
                    + " WHERE m.digest IS NOT NULL AND g.name = '"
                    + group
                    + "'"))
        .isZero();
  }

  @Test
  void aModeratorDeletesWhatOthersSaidButDoesNotEditIt() {
    say(journal, group, List.of("Anna's"));

    Outcome edited = append(journal, byModerator(group, new ChatEvent.Edited(NOON, BEN, 1, "x")));
    Outcome deleted = append(journal, byModerator(group, new ChatEvent.Deleted(NOON, BEN, 1)));

    assertThat(edited).isEqualTo(NOT_YOURS);
    assertThat(offset(deleted)).isEqualTo(2);
  }

  @Test
  void ofTwoChangesOfTheSameSettingsOnlyTheFirstIsMade() {
    GroupSettings seen = GroupSettings.DEFAULTS;
    GroupSettings slow =
        new GroupSettings("", true, seen.read(), seen.write(), 5, seen.keepMessages(), 0);
    GroupSettings kept = new GroupSettings("", true, seen.read(), seen.write(), 0, 9, 0);

    List<Outcome> outcomes =
        journal.append(
            List.of(configure(group, slow).having(seen), configure(group, kept).having(seen)));

    assertThat(outcomes.get(1)).isEqualTo(new Outcome.Refused(Refusal.OUTDATED));
    assertThat(journal.find(group).map(GroupState::settings)).contains(slow);
    assertThat(offset(append(journal, configure(group, kept).having(slow)))).isEqualTo(2);
  }

  @Test
  void settingsAreReadBackWithTheGroupAndInItsStream() {
    GroupSettings settings =
        new GroupSettings(
            "𠮷".repeat(GroupSettings.MAX_TITLE - 2) + "\n😀",
            false,
            Access.MODERATORS,
            Access.MODERATORS,
            5,
            100,
            86_400);

    append(journal, configure(group, settings));

    assertThat(journal.find(group).map(GroupState::settings)).contains(settings);
    assertThat(journal.after(group, 0, 10).get(0).event())
        .isEqualTo(new ChatEvent.SettingsChanged(NOON, BEN, settings));
    append(journal, configure(group, GroupSettings.DEFAULTS));
    assertThat(journal.find(group).map(GroupState::settings)).contains(GroupSettings.DEFAULTS);
  }

  @Test
  void oneRestrictionHoldsForEachUntilItIsLifted() {
    Restriction mute = new Restriction(ANNA.id(), Restriction.Kind.MUTE, NOON.plusSeconds(60));
    Restriction ban = new Restriction(ANNA.id(), Restriction.Kind.BAN, null);
    Restriction shouted = new Restriction("A_ANNA", Restriction.Kind.MUTE, null);
    Restriction lifted = new Restriction(ANNA.id(), Restriction.Kind.LIFT, null);

    append(journal, restrict(group, mute));
    assertThat(restrictions()).containsExactly(mute);
    journal.append(List.of(restrict(group, ban), restrict(group, shouted)));
    assertThat(restrictions()).containsExactlyInAnyOrder(ban, shouted);
    append(journal, restrict(group, lifted));
    assertThat(restrictions()).containsExactly(shouted);

    assertThat(journal.after(group, 0, 10).stream().map(one -> one.event()))
        .containsExactly(
            new ChatEvent.Moderated(NOON, BEN, mute),
            new ChatEvent.Moderated(NOON, BEN, ban),
            new ChatEvent.Moderated(NOON, BEN, shouted),
            new ChatEvent.Moderated(NOON, BEN, lifted));
  }

  private List<Restriction> restrictions() {
    return journal.find(group).orElseThrow().restrictions();
  }

  @Test
  void aPositionOfReadingGoesForwardOnlyAndNotBeyondTheHead() {
    say(journal, group, List.of("1", "2", "3", "4", "5"));
    GroupName unknown = newGroup();

    read(3, 3);
    read(2, 3);
    read(4, 4);
    read(1_000, 5);
    journal.markRead(
        Map.of(
            new Journal.Reader(unknown, ANNA.id()), 3L,
            new Journal.Reader(group, BEN.id()), 2L,
            new Journal.Reader(group, "A_ANNA"), 1L));

    assertThat(journal.readUpTo(group, ANNA.id())).isEqualTo(5);
    assertThat(journal.readUpTo(group, BEN.id())).isEqualTo(2);
    assertThat(journal.readUpTo(group, "A_ANNA")).isEqualTo(1);
    assertThat(journal.readUpTo(unknown, ANNA.id())).isZero();
    say(journal, group, List.of("6"));
    assertThat(journal.readUpTo(group, ANNA.id())).isEqualTo(5);
  }

  private void read(long offset, long expected) {
    journal.markRead(Map.of(new Journal.Reader(group, ANNA.id()), offset));
    assertThat(journal.readUpTo(group, ANNA.id())).isEqualTo(expected);
  }

  @Test
  void searchFindsWhatATextContainsWhateverItsCaseLatestFirst() {
    say(journal, group, List.of("Hello world", "你好，世界", "nothing", "say HELLO", "Größe ÄÖÜ"));

    assertThat(found("hello")).containsExactly(4L, 1L);
    assertThat(found("好，世")).containsExactly(2L);
    assertThat(found("GRÖßE äöü")).containsExactly(5L);
    assertThat(found("absent")).isEmpty();
    assertThat(offsets(journal.search(group, "hello", 4, 10))).containsExactly(1L);
    assertThat(offsets(journal.search(group, "hello", Long.MAX_VALUE, 1))).containsExactly(4L);
  }

  @Test
  void searchTakesWildcardsForWhatTheyAre() {
    say(journal, group, List.of("100 %", "a_b", "wow!", "back\\slash", "plain axb 'quoted'"));

    assertThat(found("%")).containsExactly(1L);
    assertThat(found("a_b")).containsExactly(2L);
    assertThat(found("!")).containsExactly(3L);
    assertThat(found("\\")).containsExactly(4L);
    assertThat(found("'")).containsExactly(5L);
  }

  @Test
  void searchSeesTheLatestTextOfAMessageAndNoOtherEvents() {
    append(journal, configure(group, GroupSettings.DEFAULTS));
    say(journal, group, List.of("old"));
    append(journal, edit(group, ANNA, 2, "new EVERYONE"));

    assertThat(found("old")).isEmpty();
    assertThat(found("everyone")).containsExactly(2L);
  }

  private List<Long> found(String text) {
    return offsets(journal.search(group, text, 100, 10));
  }

  @Test
  void theTidesOfManyGroupsAreReadAtOnce() {
    List<GroupName> groups = IntStream.range(0, 1_200).mapToObj(i -> newGroup()).toList();
    List<GroupName> stored = List.of(groups.get(0), groups.get(600), groups.get(1_199));
    stored.forEach(one -> say(journal, one, List.of("1", "2")));

    Map<GroupName, Journal.Tide> tides = journal.tides(groups);

    assertThat(tides.keySet()).containsExactlyInAnyOrderElementsOf(stored);
    assertThat(tides.values()).allMatch(tide -> tide.head() == 2 && tide.floor() == 0);
  }
}
