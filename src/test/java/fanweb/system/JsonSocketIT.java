package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.channel.StreamPosition;
import fanweb.chat.JsonSpeaker;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@code fanweb.v1} promises, over real sockets; its frames are {@link ProtocolDocumentIT}'s.
 */
@SharedServer
class JsonSocketIT {
  private static final String SHIPPED = "/ws/";
  private static final String FREE = "/unhurried/ws/";

  private final List<JsonClient> clients = new ArrayList<>();
  private final String group = UUID.randomUUID().toString();

  @Deployment(name = "shipped", testable = false)
  static WebArchive shipped() {
    return Wars.packaged();
  }

  @Deployment(name = "unhurried", testable = false)
  static WebArchive unhurried() {
    WebArchive war = Wars.at("unhurried");
    return Wars.with(war, "fanweb.chat.rate-per-second", "0");
  }

  @AfterEach
  void hangUp() {
    clients.forEach(JsonClient::close);
  }

  @Test
  void manyCommandsInOneFrameKeepTheirOrderAndEachHasItsReply() {
    JsonClient ann = connect(FREE);
    JsonClient bob = connect(FREE);
    ann.join();
    bob.join();

    ann.send(publications(1, 200));

    assertThat(ann.awaitOffsets(200)).isEqualTo(offsets(1, 200));
    assertThat(bob.awaitOffsets(200)).isEqualTo(offsets(1, 200));
    assertThat(texts(bob)).isEqualTo(numbered(1, 200));
    ann.reply("p-200");
    assertThat(ann.heard("ack").stream().map(ack -> ack.getString("id")))
        .isEqualTo(IntStream.rangeClosed(1, 200).mapToObj(i -> "p-" + i).toList());
    assertThat(ann.heard("ack").stream().map(ack -> ack.getJsonNumber("offset").longValue()))
        .isEqualTo(offsets(1, 200));
  }

  @Test
  void oneConnectionIsInUpTo100GroupsJoinedInOneFrame() {
    JsonClient ann = connect(FREE);

    ann.send(
        IntStream.rangeClosed(0, 100)
            .mapToObj(i -> "{\"type\":\"join\",\"id\":" + i + ",\"group\":\"" + group + i + "\"}")
            .collect(Collectors.joining("\n")));

    JsonObject last = ann.awaitType("error");
    assertThat(last.getInt("id")).isEqualTo(100);
    assertThat(last.getString("code")).isEqualTo("too_many_groups");
    assertThat(ann.heard("welcome")).extracting(one -> one.getInt("id")).hasSize(100).isSorted();
    ann.ask("\"type\":\"publish\",\"text\":\"here\",\"group\":\"" + group + "7\"");
    assertThat(ann.awaitType("message").getString("group")).isEqualTo(group + "7");
    ann.ask("\"type\":\"leave\",\"group\":\"" + group + "7\"");
    assertThat(ann.ask("\"type\":\"join\",\"group\":\"" + group + "100\"").getString("type"))
        .isEqualTo("welcome");
  }

  @Test
  void whoComesBackIsToldExactlyWhatWasMissedFromMemory() {
    JsonClient ann = connect(FREE);
    StreamPosition start = JsonSpeaker.head(ann.join());
    ann.send(publications(1, 50));
    ann.awaitOffsets(50);
    JsonClient bob = connect(FREE);

    JsonObject welcome = bob.join(at(start, 20));

    assertThat(welcome.getBoolean("recovered")).isTrue();
    assertThat(welcome.getInt("offset")).isEqualTo(20);
    assertThat(welcome.getInt("head")).isEqualTo(50);
    ann.publish("new");
    assertThat(bob.awaitOffsets(31)).isEqualTo(offsets(21, 51));
  }

  @Test
  void whatHasLeftMemoryIsReadFromTheDatabaseWhileOthersGoOnSpeaking() {
    JsonClient early = connect(FREE);
    StreamPosition start = JsonSpeaker.head(early.join());
    for (int i = 1; i <= 1_201; i += 200) {
      early.send(publications(i, i + 199));
      early.awaitOffsets(i + 199);
    }
    early.close();
    // Nobody is here any more, so the group opens with its latest 256 events.
    JsonClient ann = connect(FREE);
    ann.join();
    JsonClient bob = connect(FREE);

    bob.send("{\"type\":\"join\",\"id\":\"j\"," + JsonSpeaker.position(at(start, 10)) + "}");
    ann.send(publications(1_401, 1_600));

    assertThat(bob.reply("j").getBoolean("recovered")).isTrue();
    assertThat(bob.awaitOffsets(1_590)).isEqualTo(offsets(11, 1_600));
    assertThat(texts(bob)).isEqualTo(numbered(11, 1_600));
    assertThat(bob.heard("reset")).isEmpty();
  }

  @Test
  void editsAndDeletionsOfWhatLiesBeforeThePositionAreTold() {
    JsonClient ann = connect(SHIPPED);
    StreamPosition start = JsonSpeaker.head(ann.join());
    ann.publish("to be edited");
    ann.publish("to be deleted");
    ann.ask("\"type\":\"edit\",\"offset\":1,\"text\":\"edited\"");
    ann.ask("\"type\":\"edit\",\"offset\":2,\"text\":\"secret\"");
    ann.ask("\"type\":\"delete\",\"offset\":2");
    ann.awaitOffsets(5);
    JsonClient bob = connect(SHIPPED);

    bob.join(at(start, 2));

    assertThat(bob.awaitOffsets(3)).isEqualTo(offsets(3, 5));
    assertThat(bob.heard("edited")).singleElement().matches(one -> one.getInt("target") == 1);
    assertThat(bob.heard("deleted"))
        .hasSize(2)
        .allMatch(one -> one.getInt("target") == 2 && !one.containsKey("text"));
    assertThat(bob.frames()).noneMatch(frame -> frame.contains("secret"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, right, true, 0",
    "0, wrong, true, 0",
    "3, right, true, 3",
    "3, wrong, false, 3",
    "2, wrong, false, 3",
    "4, right, false, 3",
    "9223372036854775807, right, false, 3"
  })
  void aPositionIsRecoveredOrTheHistoryIsToBeLoaded(
      long offset, String epoch, boolean recovered, int from) {
    JsonClient ann = connect(SHIPPED);
    StreamPosition start = JsonSpeaker.head(ann.join());
    IntStream.rangeClosed(1, 3).forEach(i -> ann.publish("message " + i));
    ann.awaitOffsets(3);
    JsonClient bob = connect(SHIPPED);

    JsonObject welcome =
        bob.join(new StreamPosition(epoch.equals("right") ? start.epoch() : epoch, offset));

    assertThat(welcome.getBoolean("recovered")).isEqualTo(recovered);
    assertThat(welcome.getInt("offset")).isEqualTo(from);
    ann.publish("new");
    assertThat(bob.awaitOffsets(4 - from)).isEqualTo(offsets(from + 1, 4));
  }

  @Test
  void theSameKeyAtOnceFromTwoConnectionsIsOneMessage() {
    JsonClient ann = connect(FREE);
    String token = ann.join().getString("token");
    JsonClient again = connect(FREE);
    again.ask("\"type\":\"join\",\"token\":\"" + token + '"');

    for (int i = 1; i <= 50; i++) {
      String frame =
          "{\"type\":\"publish\",\"id\":\"" + i + "\",\"key\":\"k" + i + "\",\"text\":\"once\"}";
      ann.send(frame);
      again.send(frame);
    }

    for (int i = 1; i <= 50; i++) {
      JsonObject one = ann.reply("" + i);
      JsonObject other = again.reply("" + i);
      assertThat(one.getInt("offset")).isEqualTo(other.getInt("offset"));
      assertThat(one.containsKey("repeated")).isNotEqualTo(other.containsKey("repeated"));
    }
    ann.publish("last");
    assertThat(ann.awaitOffsets(51)).isEqualTo(offsets(1, 51));
  }

  @Test
  void theSameKeyOfTwoGuestsIsTwoMessages() {
    JsonClient ann = connect(SHIPPED);
    JsonClient bob = connect(SHIPPED);
    ann.join();
    bob.join();

    assertThat(ann.publish("k", "hers").getInt("offset")).isEqualTo(1);
    assertThat(bob.publish("k", "his").getInt("offset")).isEqualTo(2);

    ann.awaitOffsets(2);
    assertThat(texts(ann)).containsExactly("hers", "his");
  }

  @Test
  void aTokenIsTheSameAuthorAndAConnectionStaysOne() {
    JsonClient ann = connect(SHIPPED);
    JsonObject welcome = ann.join();
    String token = "\"type\":\"join\",\"token\":\"" + welcome.getString("token") + '"';

    assertThat(connect(SHIPPED).ask(token).getString("author"))
        .isEqualTo(welcome.getString("author"));
    JsonClient bob = connect(SHIPPED);
    bob.join();
    assertThat(bob.ask(token).getString("code")).isEqualTo("identity_fixed");
  }

  @Test
  void plainTextAndJsonMeetInTheSameGroup() throws IOException {
    JsonClient ann = connect(SHIPPED);
    ann.join();
    try (RawSocket plain = RawSocket.open(SHIPPED + group + "/")) {
      ann.publish("你好");
      assertThat(plain.hear()).isEqualTo("你好");
      ann.ask("\"type\":\"edit\",\"offset\":1,\"text\":\"edited\"");
      plain.say("\"quoted\"\n😀\u0000");
      assertThat(plain.hear()).isEqualTo("\"quoted\"\n😀\u0000");
    }
    ann.awaitOffsets(3);
    assertThat(texts(ann)).containsExactly("你好", "\"quoted\"\n😀\u0000");
  }

  @Test
  void aLargeGroupIsToldHowManyAreHereAndAllWhenItIsSmallAgain() {
    JsonClient ann = connect(SHIPPED);
    ann.join();
    ann.awaitType("presence");
    List<JsonClient> crowd = IntStream.range(0, 100).mapToObj(i -> connect(SHIPPED)).toList();
    crowd.forEach(JsonClient::join);

    await().atMost(JsonSpeaker.PATIENCE).until(() -> lastPresence(ann).getInt("count") == 101);
    assertThat(lastPresence(ann).keySet()).containsExactly("type", "group", "count");

    crowd.get(0).close();
    await().atMost(JsonSpeaker.PATIENCE).until(() -> lastPresence(ann).getInt("count") == 100);
    assertThat(lastPresence(ann).getJsonArray("here")).hasSize(100);
  }

  @Test
  void groupsThatDifferInCaseAccentOrAstralLettersAreDifferent() {
    List<String> names =
        Stream.of("Cafe", "cafe", "café", "CAFÉ", "𝒜", "𝒞", "ß", "ss", "ｃafe")
            .map(name -> group + name)
            .toList();
    JsonClient ann = connect(SHIPPED);
    names.forEach(name -> ann.ask("\"type\":\"join\",\"group\":\"" + name + '"'));

    names.forEach(name -> ann.ask("\"type\":\"publish\",\"text\":\"x\",\"group\":\"" + name + '"'));

    assertThat(ann.awaitOffsets(names.size())).containsOnly(1L);
    assertThat(ann.heard("message").stream().map(one -> one.getString("group")))
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(ann.ask("\"type\":\"join\",\"group\":\"" + group + "cafe\u0301\"").getInt("head"))
        .as("the same letters, composed or not")
        .isEqualTo(1);
  }

  @Test
  void whoIsTooFastIsToldSoAndWhoGoesOnIsShownOut() {
    JsonClient ann = connect(SHIPPED);
    ann.join();

    ann.send(publications(1, 70));
    ann.reply("p-70");
    List<JsonObject> refused = ann.heard("error");
    assertThat(refused)
        .isNotEmpty()
        .allMatch(one -> one.getString("code").equals("too_fast") && one.getBoolean("temporary"));

    ann.send(publications(71, 400));
    assertThat(ann.closeCode()).isEqualTo(4500);
  }

  @Test
  void aTextThatIsTooLongIsRefusedAndTheConnectionGoesOn() {
    JsonClient ann = connect(SHIPPED);
    ann.join();

    assertThat(ann.publish("欢".repeat(21_846)).getString("code")).isEqualTo("too_long");
    assertThat(ann.publish("\u0001".repeat(65_536)).getString("type")).isEqualTo("ack");
    assertThat(ann.awaitType("message").getString("text")).hasSize(65_536);
  }

  @Test
  void aFrameThatIsTooLongOrBinaryEndsTheConnection() throws IOException {
    JsonClient ann = connect(SHIPPED);
    ann.send(" ".repeat(458_753));
    assertThat(ann.closeCode()).isEqualTo(4503);

    try (RawSocket socket = json()) {
      assertThat(socket.send(RawSocket.BINARY, (byte) 1).readClose()).isEqualTo(4502);
    }
  }

  @Test
  void aMissingPongEndsAJsonConnectionAndNoPlainOne() throws IOException {
    try (RawSocket json = json().patience(60_000);
        RawSocket plain = RawSocket.open(SHIPPED + group + "/").patience(60_000)) {
      assertThat(json.read().opcode()).isEqualTo(RawSocket.PING);
      assertThat(json.readClose()).isEqualTo(4001);

      assertThat(plain.read().opcode()).isEqualTo(RawSocket.PING);
      assertThat(plain.read().opcode()).as("and pinged again").isEqualTo(RawSocket.PING);
      assertThat(plain.say("still here").hear()).isEqualTo("still here");
    }
  }

  private RawSocket json() throws IOException {
    return RawSocket.open(SHIPPED + group + "/", "Sec-WebSocket-Protocol", "fanweb.v1");
  }

  private JsonClient connect(String place) {
    JsonClient client = JsonClient.connect(place + group + "/");
    clients.add(client);
    return client;
  }

  private static JsonObject lastPresence(JsonClient client) {
    List<JsonObject> told = client.heard("presence");
    return told.get(told.size() - 1);
  }

  private static List<String> texts(JsonClient client) {
    return client.heard("message").stream().map(one -> one.getString("text")).toList();
  }

  private static StreamPosition at(StreamPosition stream, long offset) {
    return new StreamPosition(stream.epoch(), offset);
  }

  private static List<Long> offsets(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  private static List<String> numbered(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(i -> "message " + i).toList();
  }

  /** A frame that publishes these, each with an id of its own. */
  private static String publications(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(
            i -> "{\"type\":\"publish\",\"id\":\"p-" + i + "\",\"text\":\"message " + i + "\"}")
        .collect(Collectors.joining("\n"));
  }
}
