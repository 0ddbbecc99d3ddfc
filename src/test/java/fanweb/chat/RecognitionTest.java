package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.account.AccountChange;
import fanweb.account.AccountChange.CredentialEnded;
import fanweb.account.AccountChange.GuestClaimed;
import fanweb.account.AccountChange.RolesChanged;
import fanweb.account.AccountChange.UserChanged;
import fanweb.account.GuestToken;
import fanweb.account.Identity;
import fanweb.channel.GroupName;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is connected, and what happens when they are no longer who they were. */
class RecognitionTest {
  private static final GroupName GROUP = new GroupName("lobby");

  private final ChatNode node = ChatNode.start();
  private final People people = node.people();

  @AfterEach
  void stop() throws InterruptedException {
    node.close();
  }

  @Test
  void aUserSpeaksAsThemselvesUnderTheNameOfTheirAccount() {
    JsonPeer ann = peer(people.user(1, "Ann"));

    JsonObject welcome = ann.ask("\"type\":\"join\",\"name\":\"Somebody else\"");
    ann.publish("hello");

    assertThat(welcome.getString("author")).isEqualTo("u_1");
    assertThat(welcome.getString("name")).isEqualTo("Ann");
    assertThat(welcome).doesNotContainKey("token");
    assertThat(ann.awaitType("message").getString("name")).isEqualTo("Ann");
    assertThat(ann.ask("\"type\":\"join\",\"name\":\"Bob\"").getString("name")).isEqualTo("Ann");
  }

  @Test
  void aUserCannotSpeakAsAGuestToo() {
    JsonPeer guest = new JsonPeer(node, GROUP);
    String token = guest.join().getString("token");
    JsonPeer ann = peer(people.user(1, "Ann"));

    JsonObject refused = ann.ask("\"type\":\"join\",\"token\":\"" + token + "\"");

    assertThat(refused.getString("code")).isEqualTo("identity_fixed");
    assertThat(ann.join().getString("author")).isEqualTo("u_1");
  }

  @Test
  void aGuestWhoCameWithATokenIsThatGuestAndNobodyElse() {
    GuestToken token = new GuestToken("t_" + "a".repeat(43));
    JsonPeer guest = peer(people.guest(token.authorId()));

    JsonObject welcome = guest.ask("\"type\":\"join\",\"name\":\"Ann\"");
    assertThat(welcome.getString("author")).isEqualTo(token.authorId());
    assertThat(welcome.getString("name")).isEqualTo("Ann");
    assertThat(welcome).doesNotContainKey("token");

    JsonObject again = guest.ask("\"type\":\"join\",\"token\":\"" + token.value() + "\"");
    assertThat(again.getString("author")).isEqualTo(token.authorId());
    JsonObject other = guest.ask("\"type\":\"join\",\"token\":\"t_" + "b".repeat(43) + "\"");
    assertThat(other.getString("code")).isEqualTo("identity_fixed");
  }

  @Test
  void aGuestWhoCameWithATokenAndBecameAUserIsNotLetIn() {
    GuestToken token = new GuestToken("t_" + "a".repeat(43));
    JsonPeer guest = peer(people.guest(token.authorId()));
    people.claim(token.authorId());

    assertThat(guest.join().getString("code")).isEqualTo("identity_claimed");
  }

  @Test
  void aUserHasAsManyConnectionsAsOneMayAndAProgramMore() {
    Identity ann = people.user(1, "Ann");
    for (int i = 0; i < ChatNode.LIMITS.connections(); i++) {
      assertThat(peer(ann).join().getString("type")).isEqualTo("welcome");
      assertThat(peer(Identity.machine()).join().getString("type")).isEqualTo("welcome");
    }

    assertThat(peer(ann).join().getString("code")).isEqualTo("too_many_connections");
    assertThat(peer(Identity.machine()).join().getString("author")).isEqualTo("api");
  }

  @Test
  void theTokenOfAGuestWhoBecameAUserIsWorthNothing() {
    JsonObject welcome = new JsonPeer(node, GROUP).join();
    people.claim(welcome.getString("author"));
    JsonPeer late = new JsonPeer(node, GROUP);

    JsonObject refused =
        late.ask("\"type\":\"join\",\"token\":\"" + welcome.getString("token") + "\"");

    assertThat(refused.getString("code")).isEqualTo("identity_claimed");
    assertThat(refused.getBoolean("temporary")).isFalse();
    assertThat(late.join().getString("author")).isNotEqualTo(welcome.getString("author"));
  }

  @Test
  void anEndedSessionEndsItsConnectionsAndNobodyElses() {
    JsonPeer ann = joined(people.user(1, "Ann"));
    JsonPeer again = joined(people.user(1, "Ann"));
    JsonPeer bob = joined(people.user(2, "Bob"));

    node.consumer().changed(new CredentialEnded(Identity.Proof.SESSION, 101));

    assertThat(endings(ann, again)).containsOnly(Ending.SIGNED_OUT);
    assertThat(endings(bob)).isEmpty();
  }

  @Test
  void aTokenOfTheSameNumberAsASessionIsAnother() {
    JsonPeer ann = joined(people.user(1, "Ann"));

    node.consumer().changed(new CredentialEnded(Identity.Proof.TOKEN, 101));

    assertThat(endings(ann)).isEmpty();
  }

  @Test
  void whoIsAllowedSomethingElseOrCalledOtherwiseIsToComeBack() {
    JsonPeer ann = joined(people.user(1, "Ann"));
    JsonPeer bob = joined(people.user(2, "Bob"));
    people.user(1, "Ann", ChatPolicy.MODERATE_GROUPS);
    people.user(2, "Robert");

    node.consumer().changed(new UserChanged(1));
    node.consumer().changed(new UserChanged(2));

    await().until(() -> endings(ann, bob).size() == 2);
    assertThat(endings(ann, bob)).containsOnly(Ending.RIGHTS_CHANGED);
  }

  @Test
  void whoIsTheSameAsBeforeStays() {
    Identity ann = people.user(1, "Ann");
    JsonPeer one = joined(ann);
    JsonPeer two = joined(ann);

    node.consumer().changed(new RolesChanged());

    await().until(() -> people.questions() > 0);
    assertThat(endings(one, two)).isEmpty();
  }

  @Test
  void guestsAreToComeBackWhenGuestsMayDoSomethingElse() {
    JsonPeer guest = new JsonPeer(node, GROUP);
    guest.join();
    JsonPeer silent = new JsonPeer(node, GROUP);
    JsonPeer ann = joined(people.user(1, "Ann"));
    people.allowGuests(ChatPolicy.VIEW_MESSAGES);

    node.consumer().changed(new RolesChanged());

    assertThat(endings(guest, silent))
        .containsExactly(Ending.RIGHTS_CHANGED, Ending.RIGHTS_CHANGED);
    assertThat(endings(ann)).isEmpty();
  }

  @Test
  void aGuestWhoBecomesAUserIsToComeBackAsOne() {
    JsonPeer guest = new JsonPeer(node, GROUP);
    String author = guest.join().getString("author");
    JsonPeer other = new JsonPeer(node, GROUP);
    other.join();

    people.claim(author);
    node.consumer().changed(new GuestClaimed(author));

    assertThat(endings(guest)).containsExactly(Ending.RIGHTS_CHANGED);
    assertThat(endings(other)).isEmpty();
  }

  @Test
  void aSessionThatEndedByTimeIsFoundByTheSweep() {
    JsonPeer ann = joined(people.user(1, "Ann"));
    JsonPeer bob = joined(people.user(2, "Bob"));
    people.signOut(1);

    node.consumer().recognise();

    await().until(() -> !endings(ann).isEmpty());
    assertThat(endings(ann)).containsExactly(Ending.SIGNED_OUT);
    assertThat(endings(bob)).isEmpty();
  }

  @Test
  void aDatabaseThatDoesNotAnswerEndsNobody() {
    JsonPeer ann = joined(people.user(1, "Ann"));
    people.signOut(1);
    people.answer(false);

    node.consumer().recognise();
    await().until(() -> people.questions() == 1);
    assertThat(endings(ann)).isEmpty();

    people.answer(true);
    await()
        .until(
            () -> {
              node.consumer().recognise();
              return !endings(ann).isEmpty();
            });
    assertThat(endings(ann)).containsExactly(Ending.SIGNED_OUT);
  }

  @Test
  void aChangeDoesNotWaitForASweep() {
    for (long id = 1; id <= 3; id++) {
      joined(people.user(id, "Slow"));
      people.hold(id);
    }
    JsonPeer bob = joined(people.user(4, "Bob"));
    node.consumer().recognise();
    people.user(4, "Robert");

    node.consumer().changed(new UserChanged(4));

    try {
      await().until(() -> !endings(bob).isEmpty());
    } finally {
      people.letGo();
    }
    assertThat(endings(bob)).containsExactly(Ending.RIGHTS_CHANGED);
  }

  @Test
  void whoComesInWhileTheirSessionEndsIsSentAway() {
    AccountChange change = new CredentialEnded(Identity.Proof.SESSION, 101);
    Identity ann = people.user(1, "Ann");

    node.consumer().changed(change);
    JsonPeer late = peer(ann);
    node.pass(Recognition.REMEMBERED.plusSeconds(1));
    node.consumer().recognise();
    JsonPeer later = peer(ann);

    assertThat(endings(late)).containsExactly(Ending.SIGNED_OUT);
    assertThat(endings(later)).isEmpty();
  }

  private JsonPeer peer(Identity who) {
    return new JsonPeer(node, GROUP, who);
  }

  private JsonPeer joined(Identity who) {
    JsonPeer peer = peer(who);
    peer.join();
    return peer;
  }

  private static List<Ending> endings(JsonPeer... peers) {
    return List.of(peers).stream().flatMap(peer -> peer.line().endings().stream()).toList();
  }
}
