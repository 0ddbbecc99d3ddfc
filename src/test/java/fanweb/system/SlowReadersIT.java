package fanweb.system;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who does not read harms nobody, and is gone before long. */
@SharedServer
class SlowReadersIT {
  private static final String CONTEXT = "/slow";
  private static final int STUCK = 100;
  private static final int MESSAGES = 176;
  private static final Duration PATIENCE = ofSeconds(60);
  private static final String FILLER = "x".repeat(32 << 10);
  private static final long MOST_HEAP_KIB = 32 << 10;

  /** Twice the send buffer of server-config. */
  private static final long MOST_KERNEL_KIB_EACH = 256;

  private final List<RawSocket> open = new ArrayList<>();

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.with(Wars.at("slow"), "fanweb.chat.rate-per-second", "0");
  }

  @AfterEach
  void leave() throws IOException {
    for (RawSocket socket : open) {
      socket.reset();
    }
    awaitConnections(0);
  }

  @Test
  void aHundredThatNeverReadCostLittleHoldNobodyUpAndAreCut() throws Exception {
    RawSocket speaker = keep(RawSocket.open("/slow/ws/never-read/"));
    RawSocket listener = keep(RawSocket.open("/slow/ws/never-read/"));
    long endings = endings();
    long established = Server.sockets().established();
    for (int i = 0; i < STUCK; i++) {
      keep(RawSocket.openNarrow("/slow/ws/never-read/"));
    }
    long heap = Server.liveHeapKib();
    report("before", heap);

    Duration took = speakTo(speaker, listener);

    report("stuck", heap);
    long addressed = (long) STUCK * MESSAGES * FILLER.length() >> 20;
    System.out.printf("%d MiB for those who never read; others: %s%n", addressed, took);
    assertThat(addressed).isGreaterThanOrEqualTo(500);
    assertThat(Server.liveHeapKib() - heap).isLessThan(MOST_HEAP_KIB);
    awaitTheCut(endings, established);
    report("cut", heap);
    assertThat(Server.liveHeapKib() - heap).isLessThan(MOST_HEAP_KIB);
    assertThat(Server.sockets().queuedKib()).isLessThan(STUCK * MOST_KERNEL_KIB_EACH);
    speakTo(speaker, listener);
  }

  /**
   * One is ended for another reason, unless the watchdog was there first, and does not read its
   * close frame either. The line of all of them is over; those who read keep theirs.
   */
  private void awaitTheCut(long endings, long established) throws IOException {
    open.get(open.size() - 1).send(RawSocket.BINARY);
    await().atMost(PATIENCE).until(() -> endings() == endings + STUCK);
    awaitConnections(2);
    // Test clients of the pages may have come meanwhile, but not many.
    await().atMost(PATIENCE).until(() -> Server.sockets().established() < established + STUCK / 10);
  }

  private static void awaitConnections(int number) {
    await().atMost(PATIENCE).until(() -> Metrics.connections(CONTEXT) == number);
  }

  /** How many connections the server ended for any of the reasons that are possible here. */
  private static long endings() {
    return Stream.of("stuck", "not_text", "overtaken")
        .mapToLong(reason -> Metrics.ended(CONTEXT, reason))
        .sum();
  }

  @Test
  void oneThatIsOvertakenIsToldSoWithoutAGapInWhatItHeard() throws Exception {
    RawSocket speaker = keep(RawSocket.open("/slow/ws/overtaken/"));
    RawSocket listener = keep(RawSocket.open("/slow/ws/overtaken/"));
    RawSocket slow = keep(RawSocket.openNarrow("/slow/ws/overtaken/"));
    long endings = endings();
    long stuck = Metrics.ended(CONTEXT, "stuck");
    speakTo(speaker, listener);

    int code = readWithoutAGap(slow);

    assertThat(endings()).isEqualTo(endings + 1);
    // On a machine so busy that speaking takes ten seconds the watchdog comes first.
    if (Metrics.ended(CONTEXT, "stuck") == stuck) {
      assertThat(code).isEqualTo(1013);
    }
    assertThat(slow.isEnded()).isTrue();
  }

  /** Reads some of the messages, but not all, up to the end; answers the close code. */
  private static int readWithoutAGap(RawSocket slow) throws IOException {
    int heard = 0;
    int code = RawSocket.NO_CLOSE_FRAME;
    try {
      RawSocket.Frame frame = slow.read();
      for (; frame.opcode() == RawSocket.TEXT; frame = slow.read()) {
        assertThat(frame.text()).isEqualTo(message(heard));
        heard++;
      }
      assertThat(frame.opcode()).isEqualTo(RawSocket.CLOSE);
      code = ByteBuffer.wrap(frame.payload()).getShort();
    } catch (EOFException | SocketException e) {
      // Cut, which only the watchdog does.
    }
    System.out.printf("overtaken after %d of %d messages%n", heard, MESSAGES);
    assertThat(heard).isBetween(1, MESSAGES - 1);
    return code;
  }

  /** Says all messages, a few ahead of what the speaker heard; the listener must hear them too. */
  private static Duration speakTo(RawSocket speaker, RawSocket listener) throws IOException {
    long begun = System.nanoTime();
    int ahead = 8;
    for (int i = 0; i < MESSAGES + ahead; i++) {
      if (i < MESSAGES) {
        speaker.say(message(i));
      }
      if (i >= ahead) {
        assertThat(speaker.hear()).isEqualTo(message(i - ahead));
        assertThat(listener.hear()).isEqualTo(message(i - ahead));
      }
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static String message(int number) {
    return number + FILLER;
  }

  private RawSocket keep(RawSocket socket) {
    open.add(socket);
    return socket;
  }

  private static void report(String when, long heapBefore) throws Exception {
    System.out.printf(
        "%s: heap %+d KiB, %s, TCP of the kernel %d KiB, server resident %d KiB%n",
        when,
        Server.liveHeapKib() - heapBefore,
        Server.sockets(),
        Server.kernelTcpKib(),
        Server.residentKib());
  }
}
