package fanweb.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much and how often one connection may speak. */
@SharedServer
class LimitsIT {
  private static final int LIMIT = 64 << 10;

  @Deployment(name = "shipped", testable = false)
  static WebArchive shipped() {
    return Wars.packaged();
  }

  @Deployment(name = "free", testable = false)
  static WebArchive free() {
    return Wars.with(Wars.at("free"), "fanweb.chat.rate-per-second", "0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "é", "欢", "😀"})
  void aMessageMayHave64KibibytesOfUtf8(String character) throws IOException {
    int size = character.getBytes(UTF_8).length;
    String longest = character.repeat(LIMIT / size) + "y".repeat(LIMIT % size);
    try (RawSocket socket = RawSocket.open("/ws/longest/")) {
      assertThat(socket.say(longest).hear()).isEqualTo(longest);
      sendInParts(socket, longest.getBytes(UTF_8), 1_000);
      assertThat(socket.hear()).isEqualTo(longest);
      assertThat(socket.say(longest + "z").readClose()).isEqualTo(1009);
      assertThat(socket.isEnded()).isTrue();
    }
  }

  @Test
  void oneByteMoreInPartsIsTooLong() throws IOException {
    try (RawSocket socket = RawSocket.open("/ws/parts/");
        RawSocket other = RawSocket.open("/ws/parts/")) {
      sendInParts(socket, "欢".repeat(LIMIT / 3 + 1).getBytes(UTF_8), 4_000);
      assertThat(socket.readClose()).isEqualTo(1009);
      assertThat(other.say("healthy").hear()).isEqualTo("healthy");
    }
  }

  @Test
  void aMessageWithoutAnEndIsCutOff() throws IOException {
    byte[] part = "x".repeat(16_000).getBytes(UTF_8);
    try (RawSocket socket = RawSocket.open("/ws/endless/")) {
      socket.sendPart(RawSocket.TEXT, part);
      for (int i = 0; i < 4; i++) {
        socket.sendPart(RawSocket.CONTINUATION, part);
      }
      assertThat(socket.readClose()).isEqualTo(1009);
      assertThat(socket.isEnded()).isTrue();
    }
  }

  @Test
  void aFrameThatAnnouncesMoreThanItSendsIsCutOffAtTheLimit() throws IOException {
    byte[] start = {(byte) 0x81, (byte) 0xff, 0x7f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    try (RawSocket socket = RawSocket.open("/ws/announced/")) {
      socket.sendBytes(start).sendBytes("x".repeat(LIMIT + 1).getBytes(UTF_8));
      assertThat(socket.readClose()).isEqualTo(1009);
    }
  }

  @Test
  void sixtyMessagesAtOnceAreFineThenThereAreWarningsAndThenTheEnd() throws IOException {
    try (RawSocket fast = RawSocket.open("/ws/rate/");
        RawSocket other = RawSocket.open("/ws/rate/")) {
      List<String> said = IntStream.range(0, 60).mapToObj(i -> "message " + i).toList();
      for (String text : said) {
        fast.say(text);
      }
      assertThat(hear(fast, 60)).isEqualTo(said);
      assertThat(hear(other, 60)).isEqualTo(said);

      fast.sendBytes(repeated(RawSocket.frame(0x81, "more".getBytes(UTF_8)), 500));

      assertWarnedAndClosed(fast);
      other.say("healthy");
      assertThat(Stream.generate(() -> hearOne(other)).filter("healthy"::equals).findFirst())
          .isPresent();
    }
  }

  private static void assertWarnedAndClosed(RawSocket flooding) throws IOException {
    List<String> heard = new ArrayList<>();
    RawSocket.Frame frame = flooding.read();
    for (; frame.opcode() == RawSocket.TEXT; frame = flooding.read()) {
      heard.add(frame.text());
    }
    assertThat(heard).filteredOn(text -> text.startsWith("⚠ ")).hasSizeBetween(1, 20);
    assertThat(frame.opcode()).isEqualTo(RawSocket.CLOSE);
    assertThat(frame.payload()).startsWith(RawSocket.closePayload(1008));
    assertThat(flooding.isEnded()).isTrue();
  }

  @Test
  void theLimitCanBeLifted() throws IOException {
    try (RawSocket socket = RawSocket.open("/free/ws/free/")) {
      List<String> said = IntStream.range(0, 2_000).mapToObj(i -> "message " + i).toList();
      for (String text : said) {
        socket.say(text);
      }
      assertThat(hear(socket, said.size())).isEqualTo(said);
    }
  }

  @Test
  void oneThatFloodsLeaves49OtherGroupsServed() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    AtomicLong flooded = new AtomicLong();
    List<Double> echoes;
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      Future<Void> flood = executor.submit(() -> flood(over, flooded, executor));
      echoes = echoesOf49Groups();
      assertThat(flood).isNotDone();
    } finally {
      over.set(true);
      executor.shutdownNow();
    }
    System.out.printf(
        "flood of %d messages: %d echoes of 49 other groups, median %.2f ms, slowest %.1f ms%n",
        flooded.get(), echoes.size(), echoes.get(echoes.size() / 2), echoes.get(echoes.size() - 1));
    assertThat(flooded).hasValueGreaterThan(10_000);
    assertThat(echoes).last().satisfies(slowest -> assertThat(slowest).isLessThan(5_000));
  }

  /** How many milliseconds each took, the slowest last. */
  private static List<Double> echoesOf49Groups() throws IOException {
    List<Double> echoes = new ArrayList<>();
    List<RawSocket> sockets = new ArrayList<>();
    for (int i = 0; i < 49; i++) {
      sockets.add(RawSocket.open("/free/ws/quiet-" + i + "/"));
    }
    for (int i = 0; i < 20 * 49; i++) {
      RawSocket socket = sockets.get(i % 49);
      long begun = System.nanoTime();
      assertThat(socket.say("message " + i).hear()).isEqualTo("message " + i);
      echoes.add((System.nanoTime() - begun) / 1e6);
    }
    for (RawSocket socket : sockets) {
      socket.close();
    }
    Collections.sort(echoes);
    return echoes;
  }

  /** Sends without a pause and reads all that comes; begins again when it is thrown out. */
  private static Void flood(AtomicBoolean over, AtomicLong sent, ExecutorService executor)
      throws IOException {
    byte[] hundred = repeated(RawSocket.frame(0x81, "flood".getBytes(UTF_8)), 100);
    while (!over.get()) {
      try (RawSocket socket = RawSocket.open("/free/ws/flood/")) {
        executor.submit(socket::isEnded);
        while (!over.get()) {
          socket.sendBytes(hundred);
          sent.addAndGet(100);
        }
      } catch (java.net.SocketException e) {
        // Overtaken by its own flood.
        continue;
      }
    }
    return null;
  }

  private static void sendInParts(RawSocket socket, byte[] message, int size) throws IOException {
    socket.sendPart(RawSocket.TEXT);
    for (int at = 0; at < message.length; at += size) {
      int end = Math.min(message.length, at + size);
      socket.sendPart(RawSocket.CONTINUATION, java.util.Arrays.copyOfRange(message, at, end));
    }
    socket.send(RawSocket.CONTINUATION);
  }

  private static List<String> hear(RawSocket socket, int count) {
    return Stream.generate(() -> hearOne(socket)).limit(count).toList();
  }

  private static String hearOne(RawSocket socket) {
    try {
      return socket.hear();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] repeated(byte[] frame, int times) {
    byte[] all = new byte[frame.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(frame, 0, all, i * frame.length, frame.length);
    }
    return all;
  }
}
