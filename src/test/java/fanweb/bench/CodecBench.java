package fanweb.bench;

import fanweb.channel.GroupName;
import fanweb.chat.Author;
import fanweb.chat.ChatEvent.Message;
import fanweb.chat.JournalEntry;
import fanweb.chat.protocol.FrameCodec;
import fanweb.chat.protocol.JsonDialect;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** What it costs to read a publish and to write an event, on one warm thread. */
class CodecBench {
  private static final GroupName GROUP = new GroupName("123");
  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final Duration ROUND = Duration.ofSeconds(2);
  private static final String TEXT = "你好, how are you? ".repeat(8);

  @Test
  void readsAPublish() {
    String frame =
        "{\"type\":\"publish\",\"id\":17,\"key\":\"0b7e9c1e-17\",\"text\":\"" + TEXT + "\"}";
    report("publish read", () -> FrameCodec.read(GROUP, frame).iterator().next().hashCode());
  }

  @Test
  void readsNonsense() {
    report("nonsense read", () -> FrameCodec.read(GROUP, "{a}").iterator().next().hashCode());
  }

  @Test
  void writesAnEvent() {
    JsonDialect json = new JsonDialect();
    Message message =
        Message.written(
            Instant.parse("2026-11-24T17:00:00.123Z"),
            new Author("g_AAAAAAAAAAAAAAAAAAAAAA", "张三"),
            TEXT);
    JournalEntry entry = new JournalEntry(58, message);
    report("event written", () -> json.event(GROUP, entry).orElseThrow().length());
  }

  private static void report(String what, IntSupplier work) {
    rate(work, WARM_UP);
    System.out.printf("%s: %.2f µs%n", what, rate(work, ROUND));
  }

  /** Microseconds a call. */
  private static double rate(IntSupplier work, Duration time) {
    long begin = System.nanoTime();
    long sum = 0;
    long calls = 0;
    while (System.nanoTime() - begin < time.toNanos()) {
      for (int i = 0; i < 1000; i++) {
        sum += work.getAsInt();
      }
      calls += 1000;
    }
    // Used, so that the work cannot be left out.
    return sum == 1 ? 0 : (System.nanoTime() - begin) / 1000.0 / calls;
  }
}
