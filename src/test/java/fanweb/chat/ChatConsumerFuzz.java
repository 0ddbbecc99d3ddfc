package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import fanweb.channel.GroupName;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.provider.MethodSource;

/** Talks among three that Jazzer makes up, led by what they reach in the code. */
class ChatConsumerFuzz {
  private static final GroupName GROUP = new GroupName("b");

  private final ChatNode node = ChatNode.start();

  @AfterEach
  void stop() throws InterruptedException {
    node.close();
  }

  static Stream<String> talks() {
    String all = String.join("\n", SampleFrames.ALL);
    String slow =
        "{\"type\":\"join\"}\n-\n\n{\"type\":\"join\"}\n{\"type\":\"publish\",\"text\":\"x\"}";
    return Stream.of(all, all + "\n\n" + all + "\n.\n\n" + all, slow, slow + "\n\n\n+");
  }

  /**
   * Runs a talk and ends it.
   *
   * @param talk frames, one a line; an empty line gives the word to the next, and a line with one
   *     sign alone is what happens to the line of who has it
   */
  @MethodSource("talks")
  @FuzzTest
  void nothingThrowsAndNothingIsLeftBehind(@NotNull String talk) {
    List<JsonPeer> peers = new ArrayList<>(Stream.generate(this::peer).limit(3).toList());
    try {
      int turn = 0;
      for (String line : talk.lines().toList()) {
        turn = line.isEmpty() ? (turn + 1) % peers.size() : turn;
        peers.set(turn, after(line, peers.get(turn)));
      }
      // All that they were told can be read.
      peers.forEach(JsonPeer::heard);
    } finally {
      peers.forEach(peer -> peer.line().disconnect());
    }

    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(this::assertNobodyIsThere);
  }

  private JsonPeer after(String line, JsonPeer peer) {
    switch (line) {
      case "-" -> peer.line().stopReading();
      case "+" -> peer.line().readAgain();
      case "." -> {
        peer.line().disconnect();
        return peer();
      }
      default -> peer.send(line);
    }
    return peer;
  }

  private JsonPeer peer() {
    return new JsonPeer(node, GROUP);
  }

  private void assertNobodyIsThere() {
    assertThat(node.service().rooms().open()).isEmpty();
    assertThat(gauge("fanweb_connections")).isZero();
    assertThat(gauge("fanweb_groups_active")).isZero();
  }

  private double gauge(String name) {
    return node.meters().scrape(name::equals).stream()
        .map(GaugeSnapshot.class::cast)
        .mapToDouble(gauge -> gauge.getDataPoints().get(0).getValue())
        .sum();
  }
}
