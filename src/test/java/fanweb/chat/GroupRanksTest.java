package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.chat.GroupSettings.Access;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What members, moderators and owners can over a connection, and when it ends. */
class GroupRanksTest {
  private static final GroupName GROUP = new GroupName("club");

  private final ChatNode node = ChatNode.start();
  private final Identity owner = node.people().user(1, "Owner", ChatPolicy.ADD_GROUPS);
  private final Identity member = node.people().user(2, "Member");
  private final Identity other = node.people().user(3, "Other", ChatPolicy.ADD_GROUPS);

  @AfterEach
  void stop() throws InterruptedException {
    node.close();
  }

  @Test
  void aPrivateGroupLetsInWhoIsSomethingThere() {
    found(Access.MEMBERS);
    assertStored(appoint(owner, 2, Rank.MEMBER));

    assertThat(peer(owner).join().getString("type")).isEqualTo("welcome");
    assertThat(peer(member).join().getString("type")).isEqualTo("welcome");
    assertThat(peer(other).join().getString("code")).isEqualTo("not_allowed");
    assertThat(new JsonPeer(node, GROUP).join().getString("code")).isEqualTo("not_allowed");
  }

  @Test
  void whoIsRemovedIsShownOutAndTheOthersStay() {
    found(Access.MEMBERS);
    appoint(owner, 2, Rank.MEMBER);
    JsonPeer removed = joined(member);
    JsonPeer staying = joined(owner);

    appoint(owner, 2, null);

    await().until(() -> !removed.line().endings().isEmpty());
    assertThat(removed.line().endings()).containsExactly(Ending.CHANGED);
    assertThat(staying.publish("still here").getString("type")).isEqualTo("ack");
    assertThat(peer(member).join().getString("code")).isEqualTo("not_allowed");
  }

  @Test
  void whoMayReadNoMoreIsShownOutWhenTheGroupCloses() {
    found(Access.EVERYONE);
    appoint(owner, 2, Rank.MEMBER);
    JsonPeer guest = new JsonPeer(node, GROUP);
    guest.join();
    JsonPeer user = joined(other);
    JsonPeer inside = joined(member);

    configure(owner, Access.USERS);
    await().until(() -> !guest.line().endings().isEmpty());
    assertThat(user.line().endings()).isEmpty();

    configure(owner, Access.MEMBERS);
    await().until(() -> !user.line().endings().isEmpty());
    assertThat(inside.publish("still here").getString("type")).isEqualTo("ack");
  }

  @Test
  void ranksAreToldInTheStreamAndReplayed() {
    found(Access.EVERYONE);
    JsonPeer witness = joined(other);
    JsonObject welcome = peer(owner).join();

    appoint(owner, 2, Rank.MODERATOR);

    JsonObject told = witness.awaitType("member");
    assertThat(told.getString("subject")).isEqualTo("u_2");
    assertThat(told.getString("rank")).isEqualTo("moderator");
    JsonPeer late = peer(member);
    late.join(JsonSpeaker.head(welcome));
    assertThat(late.awaitType("member").getJsonNumber("offset"))
        .isEqualTo(told.getJsonNumber("offset"));
    assertThat(joined(member).heard("welcome").get(0).getJsonArray("may").toString())
        .contains("moderate");
  }

  @Test
  void anotherNodeOfTheSameDatabaseKnowsWhoIsWhat() throws Exception {
    var database = ChatNode.newDatabase();
    try (ChatNode one = ChatNode.on(database);
        ChatNode two = ChatNode.on(database)) {
      Instant now = Instant.now();
      Author author = Author.of(owner, "");
      one.service()
          .submit(
              Draft.of(
                  GROUP,
                  null,
                  owner,
                  new ChatEvent.MemberChanged(now, author, author.id(), Rank.OWNER)))
          .join();

      JsonPeer elsewhere = new JsonPeer(two, GROUP, owner);

      assertThat(elsewhere.join().getJsonArray("may").toString()).contains("moderate");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GUEST, not_yours",
    "USER, not_yours",
    "MEMBER, not_yours",
    "MODERATOR, ",
    "OWNER, ",
    "ADMINISTRATOR, ",
    "STRANGER, not_yours",
  })
  void whoDeletesOverASocketWhatAMemberSaid(String who, @Nullable String code) {
    found(Access.EVERYONE);
    long said = joined(member).publish("hello").getJsonNumber("offset").longValueExact();
    JsonPeer peer = joined(person(who));

    JsonObject reply = peer.ask("\"type\":\"delete\",\"offset\":" + said);

    assertThat(reply.getString("code", null)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"MODERATOR, not_yours", "OWNER, ", "ADMINISTRATOR, "})
  void whoDeletesOverASocketWhatAModeratorSaid(String who, @Nullable String code) {
    found(Access.EVERYONE);
    appoint(owner, 2, Rank.MODERATOR);
    long said = joined(member).publish("hello").getJsonNumber("offset").longValueExact();
    JsonPeer peer = joined(person(who));

    JsonObject reply = peer.ask("\"type\":\"delete\",\"offset\":" + said);

    assertThat(reply.getString("code", null)).isEqualTo(code);
  }

  @Test
  void aGuestWithTheIdOfAMemberIsNoMember() {
    found(Access.MEMBERS);
    JsonPeer guest = new JsonPeer(node, new GroupName("elsewhere"));
    String author = guest.join().getString("author");
    submit(owner, new ChatEvent.MemberChanged(now(), author(owner), author, Rank.MEMBER));

    JsonObject refused = guest.ask("\"type\":\"join\",\"group\":\"club\"");

    assertThat(refused.getString("code")).isEqualTo("not_allowed");
  }

  @Test
  void theSecondWhoMakesAGroupTheirOwnIsRefused() {
    found(Access.EVERYONE);

    assertThat(appoint(other, 3, Rank.OWNER)).isEqualTo(new Outcome.Refused(Refusal.GROUP_TAKEN));
    assertThat(appoint(member, 2, Rank.OWNER)).isEqualTo(new Outcome.Refused(Refusal.NOT_ALLOWED));
  }

  @Test
  void whoHandsTheGroupOverModeratesItFromThenOn() {
    found(Access.EVERYONE);

    assertStored(appoint(owner, 2, Rank.OWNER));

    assertThat(configure(owner, Access.USERS)).isEqualTo(new Outcome.Refused(Refusal.NOT_ALLOWED));
    assertThat(joined(owner).heard("welcome").get(0).getJsonArray("may").toString())
        .contains("moderate");
    assertStored(configure(member, Access.USERS));
    assertStored(appoint(owner, 1, null));
  }

  private Identity person(String who) {
    return switch (who) {
      case "GUEST" -> node.people().guest("");
      case "USER" -> node.people().user(10, "User");
      case "MEMBER" -> ranked(11, Rank.MEMBER);
      case "MODERATOR" -> ranked(12, Rank.MODERATOR);
      case "OWNER" -> owner;
      case "ADMINISTRATOR" -> node.people().user(13, "Administrator", "*");
      default -> moderatorElsewhere();
    };
  }

  private Identity ranked(long id, Rank rank) {
    Identity who = node.people().user(id, rank.name());
    assertStored(appoint(owner, id, rank));
    return who;
  }

  private Identity moderatorElsewhere() {
    Identity who = node.people().user(14, "Stranger", ChatPolicy.ADD_GROUPS);
    Author author = author(who);
    ChatEvent founded = new ChatEvent.MemberChanged(now(), author, author.id(), Rank.OWNER);
    GroupName elsewhere = new GroupName("another");
    assertStored(node.service().submit(Draft.of(elsewhere, null, who, founded)).join());
    return who;
  }

  private void found(Access read) {
    assertStored(appoint(owner, 1, Rank.OWNER));
    assertStored(configure(owner, read));
  }

  private Outcome appoint(Identity by, long subject, @Nullable Rank rank) {
    return submit(
        by, new ChatEvent.MemberChanged(now(), author(by), Identity.authorOf(subject), rank));
  }

  private Outcome configure(Identity by, Access read) {
    GroupSettings settings = new GroupSettings("", true, read, Access.EVERYONE, 0, 0, 0);
    return submit(by, new ChatEvent.SettingsChanged(now(), author(by), settings));
  }

  private Outcome submit(Identity by, ChatEvent event) {
    return node.service().submit(Draft.of(GROUP, null, by, event)).join();
  }

  private static void assertStored(Outcome outcome) {
    assertThat(List.of(outcome)).allMatch(one -> one instanceof Outcome.Stored);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Author author(Identity who) {
    return Author.of(who, "");
  }

  private JsonPeer peer(Identity who) {
    return new JsonPeer(node, GROUP, who);
  }

  private JsonPeer joined(Identity who) {
    JsonPeer peer = peer(who);
    assertThat(peer.join().getString("type")).isEqualTo("welcome");
    return peer;
  }
}
