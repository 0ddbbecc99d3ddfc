package fanweb.system;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who does not read harms nobody, and is gone before long. */
@ArquillianTest
@RunAsClient
class SlowReadersIT {
  private static final String CONTEXT = "/slow";
  private static final int STUCK = 100;
  private static final int MESSAGES = 176;
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
    await().atMost(ofSeconds(20)).until(() -> Metrics.connections(CONTEXT) == 0);
  }

  @Test
  void aHundredThatNeverReadCostLittleHoldNobodyUpAndAreCut() throws Exception {
    RawSocket speaker = keep(RawSocket.open("/slow/ws/never-read/"));
    RawSocket listener = keep(RawSocket.open("/slow/ws/never-read/"));
    for (int i = 0; i < STUCK; i++) {
      keep(RawSocket.openNarrow("/slow/ws/never-read/"));
    }
    long heap = Server.liveHeapKib();
    report("before", heap);

    Duration took = speakTo(speaker, listener);

    report("stuck", heap);
    long addressed = (long) STUCK * MESSAGES * FILLER.length() >> 20;
    System.out.printf(
        "%d MiB for those who never read; the others heard all in %d ms%n",
        addressed, took.toMillis());
    assertThat(addressed).isGreaterThanOrEqualTo(500);
    assertThat(Server.liveHeapKib() - heap).isLessThan(MOST_HEAP_KIB);
    assertThat(Metrics.connections(CONTEXT)).isEqualTo(STUCK + 2);
    awaitTheCut();
    report("cut", heap);
    assertThat(Server.liveHeapKib() - heap).isLessThan(MOST_HEAP_KIB);
    assertThat(Server.sockets().queuedKib()).isLessThan(STUCK * MOST_KERNEL_KIB_EACH);
    assertThat(speakTo(speaker, listener)).isLessThan(ofSeconds(10));
  }

  /** One is ended for another reason, and does not read its close frame either. */
  private void awaitTheCut() throws IOException {
    open.get(open.size() - 1).send(RawSocket.BINARY);
    await().atMost(ofSeconds(20)).until(() -> Metrics.ended(CONTEXT, "stuck") == STUCK - 1);
    assertThat(Metrics.ended(CONTEXT, "not_text")).isEqualTo(1);
    assertThat(Metrics.connections(CONTEXT)).isEqualTo(2);
    await().atMost(ofSeconds(20)).until(() -> Server.sockets().finWait1() == STUCK);
  }

  @Test
  void oneThatIsOvertakenIsToldSoWithoutAGapInWhatItHeard() throws Exception {
    RawSocket speaker = keep(RawSocket.open("/slow/ws/overtaken/"));
    RawSocket listener = keep(RawSocket.open("/slow/ws/overtaken/"));
    RawSocket slow = keep(RawSocket.openNarrow("/slow/ws/overtaken/"));
    speakTo(speaker, listener);

    RawSocket.Frame frame = slow.read();
    int heard = 0;
    for (; frame.opcode() == RawSocket.TEXT; frame = slow.read()) {
      assertThat(frame.text()).isEqualTo(message(heard));
      heard++;
    }

    System.out.printf("overtaken after %d of %d messages%n", heard, MESSAGES);
    assertThat(frame.opcode()).isEqualTo(RawSocket.CLOSE);
    assertThat(frame.payload()).startsWith(RawSocket.closePayload(1013));
    assertThat(heard).isBetween(1, MESSAGES - 1);
    assertThat(slow.isEnded()).isTrue();
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
