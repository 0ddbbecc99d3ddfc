package fanweb.system.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.system.api.Api.Answer;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Waiting for what is not there yet (T22). */
@OnEachDatabase
class LongPollIT {
  /** More than the server has threads for requests, which are 16 for each core. */
  private static final int MANY = 40 * Math.max(8, Runtime.getRuntime().availableProcessors());

  private final Api api;
  private final HttpGroup group;

  LongPollIT(Api api) {
    this.api = api;
    this.group = HttpGroup.fresh(api);
  }

  @Test
  void what_is_there_is_told_at_once() {
    group.say("one");
    assertThat(HttpGroup.texts(poll(0).join().json())).containsExactly("one");
    assertThat(waiting()).isZero();
  }

  @Test
  void whoever_waits_is_told_what_comes_next() {
    group.say("one");
    CompletableFuture<Answer> poll = poll(1);
    awaitWaiting(1);
    assertThat(poll).isNotDone();
    group.asAnother().say("two");
    JsonObject page = poll.join().json();
    assertThat(HttpGroup.texts(page)).containsExactly("two");
    assertThat(page.getInt("head")).isEqualTo(2);
    awaitWaiting(0);
  }

  @Test
  void an_edit_is_news_too() {
    long first = group.say("one");
    CompletableFuture<Answer> poll = poll(1);
    awaitWaiting(1);
    group.edit(first, "uno");
    assertThat(HttpGroup.texts(poll.join().json())).containsExactly("edited");
  }

  @Test
  void the_first_message_of_a_group_wakes_whoever_waits_in_the_empty_one() {
    CompletableFuture<Answer> poll = poll(0);
    awaitWaiting(1);
    String epoch = group.page("").getString("epoch");
    group.asAnother().say("first");
    assertThat(HttpGroup.texts(poll.join().json())).containsExactly("first");
    assertThat(group.page("").getString("epoch")).isEqualTo(epoch);
  }

  @Test
  void nothing_is_told_when_the_time_is_over() {
    group.say("one");
    Answer answer = group.who().get(group.messages() + "?after=1&wait=1");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.json().getJsonArray("messages")).isEmpty();
    assertThat(answer.json().getBoolean("recovered")).isTrue();
    awaitWaiting(0);
  }

  @Test
  void whoever_waits_in_a_stream_that_ends_is_told_so() {
    group.say("one");
    String epoch = group.page("").getString("epoch");
    CompletableFuture<Answer> poll =
        group.who().ask(group.messages() + "?after=1&wait=30&epoch=" + epoch);
    awaitWaiting(1);
    group.asMachine().configure("{\"durable\":false}");
    JsonObject told = poll.join().json();
    assertThat(HttpGroup.texts(told)).isIn(List.of(), List.of("settings"));
    await().until(() -> !group.page("after=2&epoch=" + epoch).getBoolean("recovered"));
  }

  @Test
  void nobody_waits_for_what_will_never_come() {
    group.say("one");
    assertThat(poll(7).join().json().getBoolean("recovered")).isFalse();
    assertThat(
            group
                .who()
                .get(group.messages() + "?after=1&epoch=other&wait=30")
                .json()
                .getBoolean("recovered"))
        .isFalse();
  }

  @Test
  void whoever_may_not_read_does_not_wait_either() {
    group.say("one");
    group.asMachine().configure("{\"read\":\"moderators\"}");
    Answer refused = poll(2).join();
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().getString("code")).isEqualTo("not_allowed");
  }

  @Test
  void hundreds_wait_at_once_and_take_nobody_s_thread() {
    group.say("one");
    List<CompletableFuture<Answer>> polls = Stream.generate(() -> poll(1)).limit(MANY).toList();
    awaitWaiting(MANY);
    assertThat(group.asAnother().page("").getInt("head")).isEqualTo(1);
    assertThat(polls).noneMatch(CompletableFuture::isDone);

    group.asAnother().say("two");

    for (CompletableFuture<Answer> poll : polls) {
      assertThat(HttpGroup.texts(poll.join().json())).containsExactly("two");
    }
    awaitWaiting(0);
  }

  private CompletableFuture<Answer> poll(long after) {
    return group.who().ask(group.messages() + "?wait=30&after=" + after);
  }

  private void awaitWaiting(int count) {
    await().until(() -> waiting() == count);
  }

  private int waiting() {
    return HttpGuest.at(api)
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("fanweb_polls_waiting "))
        .mapToInt(line -> (int) Double.parseDouble(line.split(" ")[1]))
        .findFirst()
        .orElseThrow();
  }
}
