package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.account.Identity;
import fanweb.channel.ChannelLayer;
import fanweb.channel.GroupName;
import fanweb.channel.PassingLayer;
import fanweb.channel.Publication;
import fanweb.chat.protocol.PlainText;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one database, with a way between them that does not bring everything. */
class NodesTest {
  private static final GroupName GROUP = new GroupName("123");
  private static final Dialect PLAIN = new PlainText();
  private static final Author API = new Author("api", "");
  private static final Instant NOW = Instant.ofEpochMilli(1);

  private final DataSource database = ChatNode.newDatabase();
  private final ChannelLayer<ChatEvent> layer = ChatNode.newLayer();
  private final ChatNode here = ChatNode.on(database, new Lossy(layer));
  private final ChatNode there = ChatNode.on(database, new Lossy(layer));
  private final ChatNode alone = ChatNode.on(database);

  @AfterEach
  void stop() throws InterruptedException {
    here.close();
    there.close();
    alone.close();
  }

  @Test
  void aNodeThatTheLayerBringsNothingHearsEverythingByComparingHeads() {
    TestClient speaker = firstSpeaker();
    TestClient listener = alone.join(PLAIN, GROUP);

    List<String> said = say(speaker, 100);

    await()
        .untilAsserted(
            () -> {
              alone.service().tick();
              assertThat(listener.heard()).isEqualTo(said);
            });
  }

  @Test
  void aGroupThatNobodyHasSpokenInIsTheSameForAllNodes() {
    TestClient listener = alone.join(PLAIN, GROUP);
    TestClient speaker = here.join(PLAIN, GROUP);

    List<String> said = say(speaker, 3);

    await()
        .untilAsserted(
            () -> {
              alone.service().tick();
              assertThat(listener.heard()).isEqualTo(said);
            });
    assertThat(listener.endings()).isEmpty();
  }

  @Test
  void whatTheLayerDropsIsFetchedAsSoonAsALaterOneShowsIt() {
    TestClient speaker = firstSpeaker();
    TestClient listener = there.join(PLAIN, GROUP);

    List<String> said = say(speaker, 100);

    // The layer drops every seventh, and 100 is no multiple of it: no head has to be compared.
    await().untilAsserted(() -> assertThat(listener.heard()).isEqualTo(said));
    assertThat(speaker.heard()).endsWith(said.toArray(String[]::new));
  }

  @Test
  void aGapThatTheJournalNoLongerHasEndsTheStayWithComeBack() throws Exception {
    TestClient speaker = firstSpeaker();
    TestClient listener = alone.join(PLAIN, GROUP);
    say(speaker, 10);
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("UPDATE chat_message SET retired_at = 1 WHERE pos <= 5");
      statement.execute("UPDATE chat_group SET kept_after = 5");
    }

    await()
        .untilAsserted(
            () -> {
              alone.service().tick();
              assertThat(listener.endings()).containsExactly(Ending.CHANGED);
            });
    assertThat(listener.heard()).isEmpty();
  }

  @Test
  void whatALiveGroupHeardLastIsMadeUpForWhenTheLayerSaysThatItMayBeMissing() throws Exception {
    Forgetful forgetful = new Forgetful(layer);
    try (ChatNode node = ChatNode.on(database, forgetful)) {
      GroupSettings live =
          new GroupSettings(
              "", false, GroupSettings.Access.EVERYONE, GroupSettings.Access.EVERYONE, 0, 0, 0);
      node.journal().append(List.of(draft(new ChatEvent.SettingsChanged(NOW, API, live))));
      TestClient listener = node.join(PLAIN, GROUP);
      node.service().submit(draft(ChatEvent.Message.written(NOW, API, "1"))).join();
      forgetful.isShut = true;
      node.service().submit(draft(ChatEvent.Message.written(NOW, API, "2"))).join();
      assertThat(listener.heard()).doesNotContain("2");

      forgetful.sayThatSomethingMayBeMissing();

      await()
          .untilAsserted(
              () -> {
                node.service().tick();
                assertThat(listener.heard()).containsExactly("1", "2");
              });
    }
  }

  private static Draft draft(ChatEvent event) {
    return Draft.of(GROUP, null, Identity.machine(), event);
  }

  @Test
  void aNodeThatIsSilentIsGoneWithItsPeopleAndBackWithThem() {
    ChatService.Channels channels = new ChatService.Channels(layer, ChatNode.newLayer());
    try (ChatNode one = ChatNode.on(database, channels);
        ChatNode two = ChatNode.on(database, channels)) {
      one.join(PLAIN, GROUP);
      two.join(PLAIN, GROUP);
      tick(one, two);
      assertThat(people(two)).isEqualTo(2);

      two.pass(Neighbourhood.LEASE.plusSeconds(1));
      tick(two);
      assertThat(people(two)).isEqualTo(1);

      tick(one, two);
      assertThat(people(two)).isEqualTo(2);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Long enough for each node to say that it lives. */
  private static void tick(ChatNode... nodes) {
    for (int i = 0; i < 20; i++) {
      for (ChatNode node : nodes) {
        node.service().tick();
      }
    }
  }

  private static int people(ChatNode node) {
    return node.service().look(GROUP, view -> view.presence().count());
  }

  /** One who has spoken, so that the group is the same for all nodes. */
  private TestClient firstSpeaker() {
    TestClient speaker = here.join(PLAIN, GROUP);
    say(speaker, 1);
    return speaker;
  }

  @Test
  void aGapThatTheJournalNoLongerHasKeepsNoGroupFromOpening() throws Exception {
    Gate gate = new Gate(layer);
    try (ChatNode behind = ChatNode.on(database, gate)) {
      TestClient speaker = firstSpeaker();
      behind.join(PLAIN, GROUP);
      gate.open = false;
      say(speaker, 20);
      try (var connection = database.getConnection();
          var statement = connection.createStatement()) {
        statement.execute("UPDATE chat_message SET retired_at = 1 WHERE pos <= 18");
        statement.execute("UPDATE chat_group SET kept_after = 18");
      }
      gate.open = true;
      say(speaker, 1);

      for (int i = 0; i < 2 * ChatService.READING_AT_ONCE; i++) {
        TestClient other = behind.join(PLAIN, new GroupName("other-" + i));
        assertThat(other.isIn(new GroupName("other-" + i))).isTrue();
      }
    }
  }

  private static List<String> say(TestClient speaker, int messages) {
    int before = speaker.heard().size();
    List<String> said = IntStream.range(0, messages).mapToObj(i -> "message " + i).toList();
    said.forEach(text -> speaker.say(GROUP, text));
    await().until(() -> speaker.heard().size() == before + messages);
    return said;
  }

  /** Brings nothing to a node while it is shut. */
  private static final class Gate extends PassingLayer<ChatEvent> {
    private volatile boolean open = true;

    Gate(ChannelLayer<ChatEvent> layer) {
      super(layer);
    }

    @Override
    public void groupAdd(GroupName group, Subscriber<ChatEvent> subscriber) {
      super.groupAdd(
          group,
          publication -> {
            if (open) {
              subscriber.receive(publication);
            }
          });
    }
  }

  /** Brings nothing while it is shut, but remembers what it numbered. */
  private static final class Forgetful extends PassingLayer<ChatEvent> {
    private final List<Publication<ChatEvent>> numbered = new CopyOnWriteArrayList<>();
    private final List<Subscriber<ChatEvent>> subscribers = new CopyOnWriteArrayList<>();
    private volatile boolean isShut;

    Forgetful(ChannelLayer<ChatEvent> layer) {
      super(layer);
    }

    @Override
    public void groupAdd(GroupName group, Subscriber<ChatEvent> subscriber) {
      subscribers.add(subscriber);
      super.groupAdd(
          group,
          publication -> {
            numbered.add(publication);
            if (!isShut) {
              subscriber.receive(publication);
            }
          });
    }

    @Override
    public CompletionStage<Recent<ChatEvent>> groupRecent(GroupName group) {
      return super.groupRecent(group).thenApply(now -> new Recent<>(now.head(), numbered));
    }

    void sayThatSomethingMayBeMissing() {
      subscribers.forEach(Subscriber::mayHaveMissed);
    }
  }

  /** Brings all but every seventh to the nodes. */
  private static final class Lossy extends PassingLayer<ChatEvent> {
    Lossy(ChannelLayer<ChatEvent> layer) {
      super(layer);
    }

    @Override
    public void groupSend(GroupName group, Publication<ChatEvent> publication) {
      if (publication.position().offset() % 7 != 0) {
        super.groupSend(group, publication);
      }
    }
  }
}
