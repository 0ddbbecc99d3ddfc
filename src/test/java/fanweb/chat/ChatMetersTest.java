package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.channel.GroupName;
import fanweb.chat.protocol.PlainText;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens in a node is counted, each thing by provoking it. */
class ChatMetersTest {
  private static final GroupName GROUP = new GroupName("123");

  private final DataSource database = ChatNode.newDatabase();
  private final ChatNode node = ChatNode.on(database);

  @AfterEach
  void stop() throws InterruptedException {
    node.close();
  }

  private TestClient join(ChatNode there) {
    return there.join(new PlainText(), GROUP);
  }

  private static void say(TestClient speaker, int messages) {
    int before = speaker.heard().size();
    for (int i = 0; i < messages; i++) {
      speaker.say(GROUP, "message");
      if (i % 1_000 == 0) {
        int sent = i;
        await().until(() -> speaker.heard().size() >= before + sent);
      }
    }
    await().until(() -> speaker.heard().size() == before + messages);
  }

  private double value(String name) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, node.meters().scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Matcher line =
        Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$")
            .matcher(text.toString(StandardCharsets.UTF_8));
    assertThat(line.find()).as(name).isTrue();
    return Double.parseDouble(line.group(1));
  }

  @Test
  void commits_are_counted_by_how_many_share_one_and_how_long_it_takes() {
    assertThat(value("fanweb_commit_batch_size_count")).isZero();
    say(join(node), 3);
    assertThat(value("fanweb_commit_batch_size_sum")).isEqualTo(3);
    assertThat(value("fanweb_commit_batch_size_count")).isBetween(1.0, 3.0);
    assertThat(value("fanweb_commit_duration_seconds_count"))
        .isEqualTo(value("fanweb_commit_batch_size_count"));
  }

  @Test
  void who_waits_for_a_commit_is_counted_as_long_as_they_wait() throws Exception {
    TestClient speaker = join(node);
    say(speaker, 1);
    try (Connection other = database.getConnection()) {
      other.setAutoCommit(false);
      other.createStatement().executeQuery("SELECT head FROM chat_group FOR UPDATE");
      speaker.say(GROUP, "under way");
      await().until(() -> value("fanweb_drafts_waiting") == 0);
      speaker.say(GROUP, "waiting");
      speaker.say(GROUP, "waiting");
      await().until(() -> value("fanweb_drafts_waiting") == 2);
      other.rollback();
    }
    await().until(() -> speaker.heard().size() == 4);
    assertThat(value("fanweb_drafts_waiting")).isZero();
  }

  @Test
  void what_the_layer_did_not_bring_is_counted_as_a_gap_and_by_its_events() throws Exception {
    // Two layers that do not know each other.
    try (ChatNode elsewhere = ChatNode.on(database)) {
      TestClient speaker = join(elsewhere);
      say(speaker, 1);
      TestClient listener = join(node);
      assertThat(value("fanweb_gaps_healed_total")).isZero();
      say(speaker, 5);
      await()
          .until(
              () -> {
                node.service().tick();
                return listener.heard().size() == 5;
              });
      await().until(() -> value("fanweb_events_fetched_total") == 5);
      assertThat(value("fanweb_gaps_healed_total")).isBetween(1.0, 5.0);
    }
  }

  @Test
  void a_reader_whose_next_message_has_left_memory_is_counted() {
    TestClient slow = join(node).stopReading();
    TestClient reading = join(node);
    say(reading, GroupLog.MAX_ENTRIES + 2 * Burst.MAX_FRAMES);
    assertThat(value("fanweb_readers_overrun_total")).isZero();
    slow.readAgain();
    await().until(() -> value("fanweb_readers_overrun_total") == 1);
    assertThat(slow.endings()).containsExactly(Ending.OVERTAKEN);
  }
}
