package fanweb.system;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.channel.StreamPosition;
import fanweb.chat.JsonSpeaker;
import jakarta.json.JsonObject;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who is far behind, was away for long or reads slowly, is told all in order, or that it is not.
 */
@SharedServer
class FarBehindIT {
  private static final String CONTEXT = "/behind";
  private static final String[] JSON = {"Sec-WebSocket-Protocol", "fanweb.v1"};

  /** Of the 256 that may be unanswered. */
  private static final int AT_ONCE = 250;

  /** More than the 4,096 events of a group that are in memory. */
  private static final int MORE_THAN_MEMORY = 4_500;

  /** The most events that are told to who comes back. */
  private static final int MOST_RECOVERED = 20_000;

  /** Texts so long that 128 of them are all that a group keeps in memory. */
  private static final int LONG = 16 << 10;

  private static final int LONG_ONES_IN_MEMORY = 128;
  private static final int LONG_ONES_AT_ONCE = 16;

  /** How often somebody who reads slowly reads one frame. */
  private static final Duration PACE = ofSeconds(1);

  private static final Duration PATIENCE = ofSeconds(60);

  @TempDir private Path folder;
  private final List<RawSocket> sockets = new ArrayList<>();
  private final List<JsonClient> clients = new ArrayList<>();
  private final String path = CONTEXT + "/ws/" + UUID.randomUUID() + "/";
  private RawSocket speaker;
  private String epoch = "";
  private int said;

  @SuppressWarnings("NullAway.Init") // because JUnit calls come first
  FarBehindIT() {}

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.with(Wars.at("behind"), "fanweb.chat.rate-per-second", "0");
  }

  @BeforeEach
  void come() throws IOException {
    speaker = keep(RawSocket.open(path, JSON)).say(join(""));
    epoch = JsonSpeaker.object(speaker.hear().lines().findFirst().orElseThrow()).getString("epoch");
  }

  @AfterEach
  void leave() throws IOException {
    for (RawSocket socket : sockets) {
      socket.reset();
    }
    clients.forEach(JsonClient::close);
  }

  @Test
  void whoMissedMoreThanIsInMemoryIsToldAllOfItOnceAndInOrderAndGoesOn() throws IOException {
    say(MORE_THAN_MEMORY, 0);
    JsonClient back = connect();

    back.send("{\"type\":\"join\",\"id\":\"j\"," + JsonSpeaker.position(at(10)) + "}");
    say(AT_ONCE, 0);

    assertThat(back.reply("j").getBoolean("recovered")).isTrue();
    assertThat(back.awaitOffsets(said - 10)).isEqualTo(offsets(11, said));
    assertThat(texts(back)).isEqualTo(numbered(11, said));
    say(1, 0);
    assertThat(back.awaitOffsets(said - 10)).isEqualTo(offsets(11, said));
    assertThat(back.heard("reset")).isEmpty();
  }

  @Test
  void whoMissed20000IsToldThemAndWhoMissedOneMoreIsNot() throws Exception {
    say(MOST_RECOVERED + 1, 0);
    JsonClient almost = connect();
    JsonClient back = connect();

    JsonObject none = almost.join(at(0));
    JsonObject all = back.join(at(1));

    assertThat(none.getBoolean("recovered")).isFalse();
    assertThat(none.getInt("offset")).isEqualTo(said);
    assertThat(all.getBoolean("recovered")).isTrue();
    assertThat(back.awaitOffsets(MOST_RECOVERED)).isEqualTo(offsets(2, said));
    assertThatTheCommandLineTellsAll();
    say(1, 0);
    assertThat(almost.awaitOffsets(1)).isEqualTo(offsets(said, said));
    assertThat(back.awaitOffsets(MOST_RECOVERED + 1)).isEqualTo(offsets(2, said));
  }

  /** It goes on by the pages of the history. */
  private void assertThatTheCommandLineTellsAll() throws Exception {
    CommandLine.Result tail =
        new CommandLine(folder, Map.of())
            .run("tail", Site.base() + path, "--since", "0", "--until-head");
    assertThat(tail.code()).as(tail.err()).isZero();
    assertThat(
            tail.out().lines().map(line -> Long.parseLong(line.substring(0, line.indexOf('\t')))))
        .isEqualTo(offsets(1, said));
  }

  @Test
  void whoReadsSlowlyButSteadilyIsToldToResetAndNotCut() throws IOException {
    RawSocket slow = keep(RawSocket.openNarrow(path, JSON)).say(join(""));

    List<JsonObject> told = hearSlowlyUpToTheReset(slow);

    long reached = events(told).size();
    assertThat(events(told)).isEqualTo(offsets(1, reached));
    JsonObject reset = told.stream().filter(FarBehindIT::isReset).findFirst().orElseThrow();
    assertThat(reset.getString("epoch")).isEqualTo(epoch);
    assertThat(reset.getInt("head")).isBetween((int) reached + LONG_ONES_IN_MEMORY / 2, said);
    int first = reset.getInt("head") + 1;
    told.clear();
    say(1, 0);
    hearUpTo(said, slow, told);
    assertThat(events(told)).as("after the reset").isEqualTo(offsets(first, said));
    told.clear();
    slow.say(join(JsonSpeaker.position(at(reached))));
    hearUpTo(said, slow, told);
    assertThat(events(told)).as("once more").isEqualTo(offsets(reached + 1, said));
  }

  @Test
  void whoDoesNotReadForTenSecondsIsCutAndToldTheRestWhenItComesBack() throws IOException {
    RawSocket deaf = keep(RawSocket.openNarrow(path, JSON)).say(join(""));
    long cut = Metrics.ended(CONTEXT, "stuck");
    say(LONG_ONES_IN_MEMORY / 2, LONG);

    await().atMost(PATIENCE).until(() -> Metrics.ended(CONTEXT, "stuck") == cut + 1);

    List<JsonObject> told = new ArrayList<>();
    assertThat(hearToTheEnd(deaf, told)).isIn(RawSocket.NO_CLOSE_FRAME, 4004);
    long reached = events(told).size();
    assertThat(reached).isBetween(1L, said - 1L);
    assertThat(events(told)).isEqualTo(offsets(1, reached));
    JsonClient back = connect();
    assertThat(back.join(at(reached)).getBoolean("recovered")).isTrue();
    assertThat(back.awaitOffsets((int) (said - reached))).isEqualTo(offsets(reached + 1, said));
  }

  /** Says the next messages and waits until they are acknowledged, many in one frame. */
  private void say(int messages, int filler) throws IOException {
    int last = said + messages;
    int atOnce = filler == 0 ? AT_ONCE : LONG_ONES_AT_ONCE;
    for (int first = said + 1; first <= last; first += atOnce) {
      said = Math.min(last, first + atOnce - 1);
      speaker.say(publications(first, said, filler));
      awaitAck(said);
    }
  }

  private void awaitAck(int number) throws IOException {
    String ack = "{\"type\":\"ack\",\"id\":" + number + ",";
    String frame = speaker.hear();
    while (frame.lines().noneMatch(line -> line.startsWith(ack))) {
      assertThat(frame).doesNotContain("\"type\":\"error\"", "\"type\":\"reset\"");
      frame = speaker.hear();
    }
  }

  private static String publications(int first, int last, int filler) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(
            i ->
                "{\"type\":\"publish\",\"id\":%d,\"text\":\"message %d%s\"}"
                    .formatted(i, i, "x".repeat(filler)))
        .collect(Collectors.joining("\n"));
  }

  /** Hears one frame at a time while much more is said than that. */
  private List<JsonObject> hearSlowlyUpToTheReset(RawSocket slow) throws IOException {
    List<JsonObject> told = new ArrayList<>();
    while (told.stream().noneMatch(FarBehindIT::isReset)) {
      assertThat(said).as("said without an end").isLessThan(10 * LONG_ONES_IN_MEMORY);
      say(LONG_ONES_AT_ONCE, LONG);
      await().pollDelay(PACE).until(() -> true);
      JsonSpeaker.objects(slow.hear()).forEach(told::add);
    }
    return told;
  }

  private static void hearUpTo(int offset, RawSocket socket, List<JsonObject> told)
      throws IOException {
    while (told.stream().noneMatch(one -> offset(one) == offset)) {
      JsonSpeaker.objects(socket.hear()).filter(JsonSpeaker::isEvent).forEach(told::add);
    }
  }

  /** Hears all that comes until the line is over; the code of its end. */
  private static int hearToTheEnd(RawSocket socket, List<JsonObject> told) throws IOException {
    try {
      RawSocket.Frame frame = socket.read();
      for (; frame.opcode() != RawSocket.CLOSE; frame = socket.read()) {
        if (frame.opcode() == RawSocket.TEXT) {
          JsonSpeaker.objects(frame.text()).forEach(told::add);
        }
      }
      return ByteBuffer.wrap(frame.payload()).getShort();
    } catch (EOFException | SocketException e) {
      return RawSocket.NO_CLOSE_FRAME;
    }
  }

  private JsonClient connect() {
    JsonClient client = JsonClient.connect(path);
    clients.add(client);
    return client;
  }

  private RawSocket keep(RawSocket socket) {
    sockets.add(socket);
    return socket;
  }

  private StreamPosition at(long offset) {
    return new StreamPosition(epoch, offset);
  }

  private static String join(String position) {
    return "{\"type\":\"join\",\"id\":0" + (position.isEmpty() ? "" : "," + position) + "}";
  }

  private static boolean isReset(JsonObject one) {
    return one.getString("type").equals("reset");
  }

  private static List<Long> events(List<JsonObject> told) {
    return told.stream().filter(JsonSpeaker::isEvent).map(FarBehindIT::offset).toList();
  }

  private static long offset(JsonObject event) {
    return event.getJsonNumber("offset").longValueExact();
  }

  private static List<String> texts(JsonClient client) {
    return client.heard("message").stream().map(one -> one.getString("text")).toList();
  }

  private static List<Long> offsets(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  private static List<String> numbered(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(i -> "message " + i).toList();
  }
}
