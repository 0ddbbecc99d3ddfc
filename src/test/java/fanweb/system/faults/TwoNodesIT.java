package fanweb.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.system.LaunchedServer;
import fanweb.system.MariaDb;
import fanweb.system.NeedsMariaDb;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes on one database whose channel layers reach nobody else: what is said on one arrives on
 * the other by the comparing of heads alone, whole and in the one order.
 */
@ExtendWith(NeedsMariaDb.class)
class TwoNodesIT {
  private static final int CLIENTS_EACH = 10;
  private static final int GROUPS = 2;
  private static final int MESSAGES = 100;
  private static final int PER_SECOND = 20;
  private static final int CHARS = 100;

  @TempDir private Path folder;

  @Test
  void chat_works_while_the_channel_layer_is_off(MariaDb mariadb) throws Exception {
    Storage storage = Storage.in(mariadb);
    Latencies across = new Latencies();
    Map<String, String> settings = storage.environment();
    try (TwoNodes nodes = TwoNodes.start(folder, storage, List.of(settings, settings));
        Crowd crowd = new Crowd()) {
      for (int i = 0; i < CLIENTS_EACH; i++) {
        add(crowd, nodes.node(0), "a" + i, across);
        add(crowd, nodes.node(1), "b" + i, across);
      }
      crowd.come();
      for (Speakers speakers : Speakers.values()) {
        talk(crowd, speakers, across);
      }
      assertThat(nodes.judge("two nodes without a layer", crowd).first()).isEmpty();
    }
  }

  /** Measures what comes from the other node, whose clients have another first letter. */
  private static void add(Crowd crowd, LaunchedServer node, String name, Latencies across) {
    String group = "g" + Integer.parseInt(name.substring(1)) % GROUPS;
    crowd.add(
        "ws://127.0.0.1:" + node.port(),
        name,
        group,
        text -> {
          if (text.charAt(0) != name.charAt(0)) {
            across.add(text);
          }
        });
  }

  private static void talk(Crowd crowd, Speakers speakers, Latencies across) {
    crowd.talk(
        crowd.talkers().stream().filter(talker -> speakers.has(talker.log().client())).toList(),
        PER_SECOND,
        CHARS);
    crowd.awaitAcks(MESSAGES);
    crowd.hush();
    crowd.settle(Duration.ofSeconds(30));
    System.out.printf("%s speak: from node to node %s%n", speakers, across.takeSummary());
  }

  /** Who speaks at a time. When both nodes do, each hears a gap at once. */
  private enum Speakers {
    NODE_ONE("a"),
    NODE_TWO("b"),
    BOTH("");

    private final String letter;

    Speakers(String letter) {
      this.letter = letter;
    }

    boolean has(String client) {
      return client.startsWith(letter);
    }
  }
}
