package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.channel.GroupName;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Frames that are nearly right, from many connections, for as long as {@code fanweb.fuzz.seconds}
 * says: nothing that a client can send throws or leaves something behind.
 */
class NonsenseTest {
  private static final Duration LASTS =
      Duration.ofSeconds(Integer.getInteger("fanweb.fuzz.seconds", 5));

  private static final String PIECES = "{}[]\":,\\\n\r\t 0-9.eEtrufalsn'\u0000\u0001\ud83d\ude00é";

  private final ChatNode node = ChatNode.start();

  @AfterEach
  void stop() throws InterruptedException {
    node.close();
  }

  @Test
  void nothingThrowsAndNothingIsLeftBehind() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    long end = System.nanoTime() + LASTS.toNanos();
    while (System.nanoTime() - end < 0) {
      Stream.generate(() -> new JsonPeer(node, new GroupName("b")))
          .limit(4)
          .forEach(peer -> talk(peer, random, seed));
    }

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(gauge("fanweb_connections")).isZero();
              assertThat(gauge("fanweb_groups_active")).isZero();
            });
    assertThat(node.service().rooms().open()).isEmpty();
  }

  private static void talk(JsonPeer peer, Random random, long seed) {
    String frame = "";
    try {
      for (int i = random.nextInt(30); i > 0; i--) {
        frame = frame(random);
        peer.send(frame);
      }
      // All that it was told can be read.
      peer.heard();
    } catch (RuntimeException e) {
      throw new AssertionError("seed " + seed + ", frame " + frame, e);
    } finally {
      peer.line().disconnect();
    }
  }

  private static String frame(Random random) {
    StringBuilder frame = new StringBuilder();
    for (int lines = 1 + random.nextInt(3); lines > 0; lines--) {
      frame.append(SampleFrames.ALL.get(random.nextInt(SampleFrames.ALL.size()))).append('\n');
    }
    for (int changes = random.nextInt(4); changes > 0; changes--) {
      int place = random.nextInt(frame.length());
      int length = Math.min(random.nextInt(4), frame.length() - place);
      char piece = PIECES.charAt(random.nextInt(PIECES.length()));
      frame.replace(place, place + length, random.nextBoolean() ? "" + piece : "");
    }
    return frame.toString();
  }

  private double gauge(String name) {
    return node.meters().scrape(name::equals).stream()
        .map(GaugeSnapshot.class::cast)
        .mapToDouble(gauge -> gauge.getDataPoints().get(0).getValue())
        .sum();
  }
}
