package fanweb.chat.jdbc;

import static fanweb.chat.jdbc.Chat.BEN;
import static fanweb.chat.jdbc.Chat.NOON;
import static fanweb.chat.jdbc.Chat.append;
import static fanweb.chat.jdbc.Chat.message;
import static fanweb.chat.jdbc.Chat.newGroup;
import static fanweb.chat.jdbc.Chat.offset;
import static org.assertj.core.api.Assertions.assertThat;

import fanweb.account.Identity;
import fanweb.account.Permissions;
import fanweb.channel.GroupName;
import fanweb.chat.Author;
import fanweb.chat.ChatEvent;
import fanweb.chat.ChatEvent.MemberChanged;
import fanweb.chat.ChatEvent.Moderated;
import fanweb.chat.ChatEvent.SettingsChanged;
import fanweb.chat.Draft;
import fanweb.chat.GroupSettings;
import fanweb.chat.GroupState;
import fanweb.chat.JournalEntry;
import fanweb.chat.Outcome;
import fanweb.chat.Rank;
import fanweb.chat.Refusal;
import fanweb.chat.Restriction;
import fanweb.system.NeedsMariaDb;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Ranks in groups, stored with the groups' streams. */
@ParameterizedClass
@MethodSource("fanweb.chat.jdbc.Kind#available")
@ExtendWith({NeedsMariaDb.class, Databases.Shared.class})
class MembersIT {
  private static final Author ANN = new Author("u_1", "Ann");
  private static final Author BOB = new Author("u_2", "Bob");

  private final JdbcJournal journal;
  private final JdbcDepartures departures;
  private final GroupName group = newGroup();

  MembersIT(Kind kind, Databases databases) {
    journal = Chat.journal(databases.of(kind));
    departures = new JdbcDepartures(databases.of(kind), () -> NOON, new Author("api", ""));
  }

  @Test
  void ranksAreReadBackWithTheGroupAndInItsStream() {
    change(ANN, ANN, Rank.OWNER);
    change(ANN, BOB, Rank.MEMBER);
    change(ANN, BOB, Rank.MODERATOR);

    assertThat(ranks()).isEqualTo(Map.of("u_1", Rank.OWNER, "u_2", Rank.MODERATOR));
    assertThat(journal.after(group, 1, 1).get(0).event())
        .isEqualTo(new MemberChanged(NOON, ANN, "u_2", Rank.MEMBER));

    change(BOB, BOB, null);

    assertThat(ranks()).isEqualTo(Map.of("u_1", Rank.OWNER));
    assertThat(journal.after(group, 3, 1).get(0).event())
        .isEqualTo(new MemberChanged(NOON, BOB, "u_2", null));
  }

  @Test
  void whoHandsAGroupOverIsAModeratorThen() {
    change(ANN, ANN, Rank.OWNER);

    change(ANN, BOB, Rank.OWNER);

    assertThat(ranks()).isEqualTo(Map.of("u_1", Rank.MODERATOR, "u_2", Rank.OWNER));
  }

  @Test
  void anOwnerStaysUntilTheyHandOver() {
    Refusal stays = Refusal.OWNER_STAYS;
    change(ANN, ANN, Rank.OWNER);

    assertThat(change(ANN, ANN, null)).isEqualTo(new Outcome.Refused(stays));
    assertThat(change(ANN, ANN, Rank.MEMBER)).isEqualTo(new Outcome.Refused(stays));
    assertThat(ranks()).isEqualTo(Map.of("u_1", Rank.OWNER));
    assertThat(offset(append(journal, message(group, "next")))).isEqualTo(2);
  }

  @Test
  void ofTwoWhoMakeAGroupTheirOwnTheFirstDoes() {
    Draft ann = appoint(ANN, ANN, Rank.OWNER);
    Draft bob = appoint(BOB, BOB, Rank.OWNER);

    List<Outcome> outcomes = journal.append(List.of(ann, bob));

    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Stored.class);
    assertThat(outcomes.get(1)).isEqualTo(new Outcome.Refused(Refusal.GROUP_TAKEN));
    assertThat(ranks()).isEqualTo(Map.of("u_1", Rank.OWNER));
  }

  @Test
  void nobodyMakesAGroupTheirOwnInWhichSomebodySpoke() {
    append(journal, message(group, "hello"));

    assertThat(change(ANN, ANN, Rank.OWNER)).isEqualTo(new Outcome.Refused(Refusal.GROUP_TAKEN));
    assertThat(ranks()).isEmpty();
  }

  @Test
  void aModeratorDeletesWhatOthersSaidButNotWhatTheirEqualsSaid() {
    change(ANN, ANN, Rank.OWNER);
    change(ANN, BOB, Rank.MODERATOR);
    append(journal, message(group, ANN, null, "the owner's"));
    append(journal, message(group, BEN, null, "somebody's"));

    assertThat(append(journal, delete(BOB, 3))).isEqualTo(new Outcome.Refused(Refusal.NOT_YOURS));
    assertThat(offset(append(journal, delete(BOB, 4)))).isEqualTo(5);
  }

  @Test
  void whatARankAllowedIsNotDoneAfterItWasTakenAway() {
    change(ANN, ANN, Rank.OWNER);
    change(ANN, BOB, Rank.MODERATOR);
    append(journal, message(group, BEN, null, "somebody's"));

    List<Outcome> outcomes =
        journal.append(
            List.of(
                appoint(ANN, BOB, null),
                appoint(BOB, BEN, Rank.MEMBER),
                draft(
                    BOB,
                    new Moderated(NOON, BOB, new Restriction("g_1", Restriction.Kind.BAN, null))),
                draft(BOB, new SettingsChanged(NOON, BOB, GroupSettings.DEFAULTS)),
                delete(BOB, 3)));

    Outcome refused = new Outcome.Refused(Refusal.NOT_ALLOWED);
    assertThat(outcomes.subList(1, 5))
        .containsExactly(refused, refused, refused, new Outcome.Refused(Refusal.NOT_YOURS));
    assertThat(journal.find(group).orElseThrow().restrictions()).isEmpty();
    assertThat(ranks()).isEqualTo(Map.of("u_1", Rank.OWNER));
  }

  @Test
  void whoWasBannedMeanwhileModeratesNoMore() {
    change(ANN, ANN, Rank.OWNER);
    change(ANN, BOB, Rank.MODERATOR);

    List<Outcome> outcomes =
        journal.append(
            List.of(
                draft(
                    ANN,
                    new Moderated(NOON, ANN, new Restriction("u_2", Restriction.Kind.BAN, null))),
                draft(
                    BOB,
                    new Moderated(
                        NOON, BOB, new Restriction("u_2", Restriction.Kind.LIFT, null)))));

    assertThat(outcomes.get(1)).isEqualTo(new Outcome.Refused(Refusal.NOT_ALLOWED));
  }

  @Test
  void whoIsGoneForGoodIsNothingAnyMoreInAnyGroupAndItStandsInTheStreams() {
    GroupName other = newGroup();
    long number = UUID.randomUUID().getMostSignificantBits() >>> 1;
    Author gone = new Author("u_" + number, "Gone");
    change(gone, gone, Rank.OWNER);
    change(gone, ANN, Rank.MEMBER);
    MemberChanged there = new MemberChanged(NOON, BEN, gone.id(), Rank.MODERATOR);
    append(journal, Draft.of(other, null, Identity.machine(), there));

    departures.leaveAll(gone.id());
    departures.leaveAll(gone.id());

    assertThat(ranks()).isEqualTo(Map.of("u_1", Rank.MEMBER));
    assertThat(journal.find(other).orElseThrow().ranks()).isEmpty();
    MemberChanged left = new MemberChanged(NOON, new Author("api", ""), gone.id(), null);
    assertThat(journal.after(group, 2, 9)).extracting(JournalEntry::event).containsExactly(left);
    assertThat(journal.after(other, 1, 9)).extracting(JournalEntry::event).containsExactly(left);
    assertThat(offset(append(journal, message(group, "next")))).isEqualTo(4);
  }

  private Outcome change(Author by, Author subject, @Nullable Rank rank) {
    return append(journal, appoint(by, subject, rank));
  }

  private Draft appoint(Author by, Author subject, @Nullable Rank rank) {
    return draft(by, new MemberChanged(NOON, by, subject.id(), rank));
  }

  private Draft delete(Author by, long offset) {
    return draft(by, new ChatEvent.Deleted(NOON, by, offset));
  }

  private Draft draft(Author by, ChatEvent event) {
    return Draft.of(group, null, user(by), event);
  }

  /** Who may make groups, and beyond that what their rank lets them. */
  private static Identity user(Author author) {
    Permissions usual = new Permissions(Set.of("message.view", "group.add", "group.rank"));
    long id = Long.parseLong(author.id().substring(2));
    return new Identity(Identity.Proof.SESSION, 1, id, author.id(), author.name(), usual);
  }

  private Map<String, Rank> ranks() {
    return journal.find(group).map(GroupState::ranks).orElse(Map.of());
  }
}
