package fanweb.bench;

import fanweb.system.LaunchedServer;
import fanweb.system.MariaDb;
import fanweb.system.Redis;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What several nodes cost, and how long one takes to start. Nodes, MariaDB, Redis and clients share
 * all cores.
 */
class NodesBench {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int WARM_UP = Integer.getInteger("fanweb.bench.messages", 2_000);
  private static final int PER_SECOND = 50;
  private static final int STARTS = 3;

  @TempDir private Path folder;

  @Test
  void latencyFromNodeToNode() throws Exception {
    try (MariaDb database = MariaDb.start();
        Redis redis = Redis.start()) {
      Map<String, String> settings = settings(database, redis);
      try (LaunchedServer one = start("one", settings);
          LaunchedServer two = start("two", settings)) {
        one.awaitReady();
        two.awaitReady();
        Listener near = Listener.at(one);
        Listener far = Listener.at(two);
        speak(near, far);
        near.times.clear();
        far.times.clear();
        speak(near, far);
        Row.head();
        print("on one node", near, near);
        print("from node to node, as against one", far, near);
      }
    }
  }

  private static Map<String, String> settings(MariaDb database, Redis redis) {
    Map<String, String> settings = new HashMap<>(StreamBench.on(database));
    settings.putAll(StreamBench.on(redis));
    return settings;
  }

  private LaunchedServer start(String name, Map<String, String> settings) throws Exception {
    return LaunchedServer.start(
        Files.createDirectory(folder.resolve(name)), settings, "-Dfanweb.chat.rate-per-second=0");
  }

  /** Has somebody at the first node speak at a rate, until both have heard all. */
  private static void speak(Listener near, Listener far) {
    AtomicInteger said = new AtomicInteger();
    Awaitility.await()
        .atMost(PATIENCE.plusSeconds(WARM_UP / PER_SECOND))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofNanos(TimeUnit.SECONDS.toNanos(1) / PER_SECOND))
        .until(
            () -> {
              near.say(Long.toString(System.nanoTime()));
              return said.incrementAndGet() == WARM_UP;
            });
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> near.times.size() == WARM_UP && far.times.size() == WARM_UP);
  }

  /** The ratio is to another's. */
  private static void print(String where, Listener here, Listener other) {
    for (int percent : new int[] {50, 99}) {
      Row.print(
          "%s, %d messages/s: p%d ms".formatted(where, PER_SECOND, percent),
          here.millis(percent),
          other.millis(percent));
    }
  }

  @Test
  void start() throws Exception {
    Row.head();
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      long before = System.nanoTime();
      try (LaunchedServer server = start("start" + i, Map.of()).awaitReady()) {
        seconds.add((System.nanoTime() - before) / 1e9);
      }
    }
    seconds.sort(null);
    Row.print("from nothing to ready on a new H2: s", seconds.get(STARTS / 2), Double.NaN);
  }

  /** Somebody who notes how long ago what they hear was said. */
  private static final class Listener implements WebSocket.Listener {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
    private final StringBuilder message = new StringBuilder();
    private @Nullable WebSocket socket;

    static Listener at(LaunchedServer node) {
      Listener listener = new Listener();
      URI group = node.at("ws", "/ws/bench/");
      listener.socket = CLIENT.newWebSocketBuilder().buildAsync(group, listener).join();
      return listener;
    }

    void say(String text) {
      if (socket != null) {
        socket.sendText(text, true).join();
      }
    }

    double millis(int percent) {
      long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
      return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        times.add(System.nanoTime() - Long.parseLong(message.toString()));
        message.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
