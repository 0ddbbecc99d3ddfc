package fanweb.system.browser;

import fanweb.system.BreakableLine;
import fanweb.system.LaunchedServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A page whose server dies and comes back at the same address. */
@ExtendWith(NeedsBrowser.class)
class RestartIT {
  private static final String STATE = "[data-state-text]";
  private static final String BUBBLES = ".msg .bubble";
  private static final String ROOM = "/index/?lang=zh&group_id=restart";

  @TempDir private Path folder;

  @TempDir private Path elsewhere;

  @Test
  void a_killed_server_costs_nobody_a_word_and_one_that_forgot_all_is_noticed() throws Exception {
    try (LaunchedServer first = LaunchedServer.start(folder, Map.of()).awaitReady();
        BreakableLine line = new BreakableLine(first.port());
        Window ann = Window.open();
        Window ben = Window.open()) {
      ann.go(line.base() + ROOM).await(STATE, "连接成功");
      ben.go(line.base() + ROOM).await(STATE, "连接成功");
      ann.say("stored");
      ben.awaitAll(BUBBLES, "stored");
      first.kill();
      ann.await(STATE, "正在重新连接");
      ann.say("unsent 1");
      ann.say("unsent 2");
      String[] all = {"stored", "unsent 1", "unsent 2"};
      try (LaunchedServer second = LaunchedServer.start(folder, Map.of()).awaitReady()) {
        line.leadTo(second.port());
        ann.awaitLine().awaitNone(".is-sending").awaitAll(BUBBLES, all);
        ben.awaitLine().awaitAll(BUBBLES, all);
        second.kill();
      }
      startAnew(line, ann, ben);
    }
  }

  private void startAnew(BreakableLine line, Window ann, Window ben) throws Exception {
    ben.await(STATE, "正在重新连接");
    try (LaunchedServer third = LaunchedServer.start(elsewhere, Map.of()).awaitReady()) {
      line.leadTo(third.port());
      ann.awaitLine();
      ben.awaitLine().await(".event", "群组已重新建立");
      ann.say("first of the new");
      ben.awaitAll(BUBBLES, "stored", "unsent 1", "unsent 2", "first of the new");
      ann.awaitNone(".is-sending").await(BUBBLES, "first of the new");
    }
  }
}
