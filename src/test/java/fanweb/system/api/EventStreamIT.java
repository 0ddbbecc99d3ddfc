package fanweb.system.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.system.api.Follower.Event;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Following a group as server-sent events (T22). */
@OnEachDatabase
class EventStreamIT {
  private final Api api;
  private final HttpGroup group;
  private final List<Follower> followers = new ArrayList<>();

  EventStreamIT(Api api) {
    this.api = api;
    this.group = HttpGroup.fresh(api);
  }

  @AfterEach
  void leave() {
    followers.forEach(Follower::close);
  }

  @Test
  void a_follower_is_welcomed_and_told_what_comes_from_then_on() {
    group.say("before");
    Follower follower = follow(group, "");
    assertThat(follower.header("Content-Type")).startsWith("text/event-stream");
    Event welcome = follower.await("welcome", 1).get(0);
    assertThat(welcome.data().getInt("head")).isEqualTo(1);
    assertThat(welcome.data().getString("author")).isEqualTo(group.author());
    assertThat(welcome.data()).doesNotContainKey("token");
    group.asAnother().say("after");
    follower.await("message", 1);
    assertThat(follower.texts()).containsExactly("after");
  }

  @Test
  void a_follower_may_begin_at_any_position() {
    IntStream.rangeClosed(1, 5).forEach(i -> group.say("" + i));
    Follower follower = follow(group, "after=2");
    follower.await("message", 3);
    group.say("6");
    follower.await("message", 4);
    assertThat(follower.texts()).containsExactly("3", "4", "5", "6");
    assertThat(follower.events("welcome").get(0).data().getBoolean("recovered")).isTrue();
  }

  @Test
  void whoever_comes_back_with_the_last_id_misses_nothing_and_gets_nothing_twice() {
    Follower first = follow(group, "after=0");
    group.say("one");
    first.await("message", 1);
    first.close();
    group.say("two");
    group.say("three");
    Follower second = follow(group, "after=0", "Last-Event-ID", first.lastId());
    second.await("message", 2);
    assertThat(second.texts()).containsExactly("two", "three");
  }

  @Test
  void the_welcome_has_an_id_too_so_that_nothing_is_missed_before_the_first_message() {
    group.say("one");
    Follower first = follow(group, "");
    String id = first.await("welcome", 1).get(0).id();
    first.close();
    group.say("two");
    Follower second = follow(group, "", "Last-Event-ID", id);
    second.await("message", 1);
    assertThat(second.texts()).containsExactly("two");
  }

  @Test
  void an_id_of_another_stream_or_beyond_this_one_is_not_recovered() {
    group.say("one");
    String epoch = group.page("").getString("epoch");
    for (String id : List.of("other:1", epoch + ":2")) {
      Follower follower = follow(group, "", "Last-Event-ID", id);
      Event welcome = follower.await("welcome", 1).get(0);
      assertThat(welcome.data().getBoolean("recovered")).as(id).isFalse();
      assertThat(welcome.id()).isEqualTo(epoch + ":1");
    }
  }

  @Test
  void whoever_follows_a_stream_that_begins_anew_is_let_go_and_comes_back() throws Exception {
    group.say("one");
    Follower follower = follow(group, "");
    follower.await("welcome", 1);
    group.asMachine().configure("{\"durable\":false}");
    follower.end().get(30, TimeUnit.SECONDS);
    String last = follower.lastId();
    Follower again = follow(group, "", "Last-Event-ID", last);
    assertThat(again.await("welcome", 1).get(0).data().getBoolean("recovered")).isFalse();
  }

  @Test
  void a_follower_is_present_and_whoever_polls_is_not() {
    HttpGroup named = group.asAnother();
    Follower follower = follow(named, "name=" + Api.encoded("王芳"));
    follower.await("welcome", 1);
    group.page("after=0");
    assertThat(group.who().get(group.path() + "/presence").body())
        .isEqualTo(
            "{\"count\":1,\"here\":[{\"author\":\"" + named.author() + "\",\"name\":\"王芳\"}]}");
    Follower another = follow(group.asAnother(), "");
    await()
        .until(
            () ->
                another.events("presence").stream()
                    .anyMatch(event -> event.data().getInt("count") == 2));
  }

  @Test
  void comments_keep_the_line_open_and_show_who_is_gone() {
    Follower stays = follow(group, "");
    Follower leaves = follow(group.asAnother(), "");
    leaves.await("welcome", 1);
    leaves.close();
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> stays.comments().size() > 1 && count(group) == 1);
  }

  @Test
  void whoever_is_banned_is_told_and_cannot_come_back() throws Exception {
    HttpGroup banned = group.asAnother();
    Follower follower = follow(banned, "");
    follower.await("welcome", 1);
    group.asMachine().restrict(banned.author(), "{\"kind\":\"ban\"}");
    follower.end().get(30, TimeUnit.SECONDS);
    assertThat(follow(banned, "").status()).isEqualTo(403);
    assertThat(follow(group, "").status()).isEqualTo(200);
  }

  @Test
  void the_holder_of_the_api_s_token_may_follow_where_nobody_else_may() {
    group.asMachine().configure("{\"read\":\"moderators\"}");
    assertThat(follow(group, "").status()).isEqualTo(403);
    Follower machine = follow(group.asMachine(), "after=0");
    assertThat(machine.await("welcome", 1).get(0).data().getString("author")).isEqualTo("api");
  }

  @Test
  void a_follower_that_does_not_read_is_let_go_and_holds_up_nobody() throws Exception {
    Follower reader = follow(group, "");
    reader.await("welcome", 1);
    try (Socket stalled = stalled()) {
      await().until(() -> count(group) == 2);
      String filler = "x".repeat(50_000);
      IntStream.range(0, 20).forEach(i -> group.asAnother().say(i + filler));
      await().atMost(Duration.ofSeconds(60)).until(() -> count(group) == 1);
      reader.await("message", 20);
      assertThat(reader.events("message")).hasSize(20);
      group.say("still here");
      reader.await("message", 21);
    }
  }

  /** Somebody who asks for a stream and never reads it. */
  private Socket stalled() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress("127.0.0.1", api.server().port()));
    String request =
        "GET "
            + group.messages()
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static int count(HttpGroup group) {
    return group.who().get(group.path() + "/presence").json().getInt("count");
  }

  private Follower follow(HttpGroup who, String query, String... headers) {
    Follower follower = Follower.of(who, query, headers);
    followers.add(follower);
    return follower;
  }
}
