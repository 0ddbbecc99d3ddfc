package fanweb.system.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.system.api.Api.Answer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Saying something over HTTP, once, and changing it; moderators and their means. */
@OnEachDatabase
class SpeakingIT {
  private final HttpGroup group;

  SpeakingIT(Api api) {
    this.group = HttpGroup.fresh(api);
  }

  @Test
  void the_same_key_is_said_once() {
    HttpGroup keyed = group.keyed("k-1");
    Answer first = keyed.trySaying("one");
    Answer second = keyed.trySaying("one");
    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(first.json().getBoolean("repeated")).isFalse();
    assertThat(second.json().getBoolean("repeated")).isTrue();
    assertThat(second.json().getInt("offset")).isEqualTo(1);
    assertThat(second.json().getString("epoch")).isEqualTo(first.json().getString("epoch"));
    assertThat(group.texts("")).containsExactly("one");
  }

  @Test
  void the_same_key_with_another_text_is_refused() {
    group.keyed("k").say("one");
    Answer reused = group.keyed("k").trySaying("two");
    assertThat(reused.status()).isEqualTo(409);
    assertThat(reused.json().getString("code")).isEqualTo("key_reused");
    assertThat(group.keyed("K").trySaying("two").status()).isEqualTo(201);
    assertThat(group.texts("")).containsExactly("one", "two");
  }

  @Test
  void the_same_key_over_many_connections_at_once_is_one_message() {
    List<CompletableFuture<Answer>> sent =
        Stream.generate(
                () -> group.keyed("k").who().postLater(group.messages(), HttpGroup.body("one")))
            .limit(12)
            .toList();
    assertThat(sent).extracting(answer -> answer.join().json().getInt("offset")).containsOnly(1);
    assertThat(sent).filteredOn(answer -> answer.join().status() == 201).hasSize(1);
    assertThat(group.texts("")).containsExactly("one");
  }

  @Test
  void the_same_key_of_two_guests_is_two_messages() {
    assertThat(group.keyed("k").say("one")).isEqualTo(1);
    assertThat(group.asAnother().keyed("k").say("one")).isEqualTo(2);
  }

  @Test
  void whoever_does_not_say_who_they_are_becomes_a_guest_who_can_come_back() {
    HttpGroup nobody = group.as(group.who().nobody());
    Answer first = nobody.trySaying("one");
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Set-Cookie"))
        .startsWith("fanweb_guest=t_")
        .contains("HttpOnly")
        .containsIgnoringCase("path=/")
        .contains("SameSite=Lax")
        .doesNotContain("Secure");
    String cookie = first.header("Set-Cookie").replaceAll(";.*", "");
    HttpGroup back = group.as(nobody.who().with("Cookie", cookie));
    assertThat(back.author()).isEqualTo(first.json().getString("author"));
    assertThat(back.who().get(back.path()).header("Set-Cookie")).isEmpty();
    assertThat(nobody.trySaying("two").json().getString("author")).isNotEqualTo(back.author());
  }

  @Test
  void a_browser_s_guest_needs_the_csrf_token_to_speak() {
    HttpGuest nobody = group.who().nobody();
    String guest = nobody.get(group.path()).header("Set-Cookie").replaceAll(";.*", "");
    Answer page = nobody.with("Cookie", guest).get("/examples/csrf/");
    String secret = page.header("Set-Cookie").replaceAll(";.*", "");
    HttpGuest forged = nobody.with("Cookie", guest + "; " + secret);
    Answer refused = group.as(forged).trySaying("forged");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("Forbidden (CSRF token missing or incorrect.)");
    HttpGuest ours = forged.with("X-CSRFToken", page.json().getString("csrfToken"));
    assertThat(group.as(ours).trySaying("ours").status()).isEqualTo(201);
    assertThat(group.as(ours).edit(1, "changed").status()).isEqualTo(200);
    assertThat(group.texts("before=2")).containsExactly("changed");
  }

  @Test
  void only_its_author_changes_a_message_and_only_while_it_is_there() {
    long offset = group.say("one");
    assertThat(group.asAnother().edit(offset, "x").json().getString("code")).isEqualTo("not_yours");
    assertThat(group.asAnother().delete(offset).status()).isEqualTo(403);
    assertThat(group.asMachine().edit(offset, "x").status()).isEqualTo(403);
    Answer edited = group.edit(offset, "uno");
    assertThat(edited.status()).isEqualTo(200);
    assertThat(edited.json().getInt("offset")).isEqualTo(2);
    assertThat(group.delete(offset).json().getInt("offset")).isEqualTo(3);
    assertThat(group.delete(offset).status()).isEqualTo(404);
    assertThat(group.edit(offset, "y").json().getString("code")).isEqualTo("not_found");
    assertThat(group.edit(99, "y").status()).isEqualTo(404);
    assertThat(group.texts("")).containsExactly("†", "deleted", "deleted");
  }

  @Test
  void nobody_changes_anything() {
    HttpGroup nobody = group.as(group.who().nobody());
    long offset = group.say("one");
    for (Answer answer : List.of(nobody.edit(offset, "x"), nobody.delete(offset))) {
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "t_short", "only-for-tests-0123456789abcdef012345678"})
  void a_token_that_is_nobody_s_is_refused_wherever_it_is_sent(String token) {
    HttpGroup stranger = group.as(group.who().with("Authorization", "Bearer " + token));
    assertThat(stranger.trySaying("x").status()).isEqualTo(401);
    assertThat(stranger.who().get(group.messages()).status()).isEqualTo(401);
    assertThat(stranger.who().get(group.messages() + "?after=0&wait=30").status()).isEqualTo(401);
    assertThat(stranger.who().get(group.path()).status()).isEqualTo(401);
    assertThat(stranger.who().with("Accept", "text/event-stream").get(group.messages()).status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "PATCH, /settings, {\"title\":\"x\"}",
    "GET, /restrictions,",
    "PUT, /restrictions/g_x, {\"kind\":\"ban\"}",
    "DELETE, /restrictions/g_x,"
  })
  void a_guest_moderates_nothing(String method, String path, String body) {
    assertThat(group.who().send(method, group.path() + path, body).status()).isEqualTo(401);
  }

  @Test
  void a_text_over_the_limit_is_refused_and_one_at_the_limit_is_not() {
    assertThat(group.trySaying("é".repeat(32_768)).status()).isEqualTo(201);
    Answer tooLong = group.trySaying("é".repeat(32_768) + "x");
    assertThat(tooLong.status()).isEqualTo(413);
    assertThat(tooLong.json().getString("code")).isEqualTo("too_long");
    assertThat(group.page("").getInt("head")).isEqualTo(1);
  }

  @Test
  void slow_mode_holds_for_guests_and_says_how_long() {
    group.asMachine().configure("{\"slowSeconds\":600}");
    group.say("one");
    Answer soon = group.trySaying("two");
    assertThat(soon.status()).isEqualTo(429);
    assertThat(soon.json().getString("code")).isEqualTo("slow_mode");
    assertThat(soon.header("Retry-After")).isEqualTo("600");
    assertThat(group.asAnother().trySaying("three").status()).isEqualTo(201);
    assertThat(group.asMachine().trySaying("four").status()).isEqualTo(201);
    assertThat(group.asMachine().trySaying("five").status()).isEqualTo(201);
  }

  @Test
  void who_sends_too_fast_is_told_so_and_others_are_not() {
    List<CompletableFuture<Answer>> sent =
        IntStream.range(0, 150)
            .mapToObj(i -> group.who().postLater(group.messages(), HttpGroup.body("" + i)))
            .toList();
    List<Answer> refused =
        sent.stream().map(CompletableFuture::join).filter(one -> one.status() != 201).toList();
    assertThat(refused).isNotEmpty();
    assertThat(refused).allMatch(one -> one.status() == 429);
    assertThat(refused.get(0).json().getString("code")).isEqualTo("too_fast");
    assertThat(refused.get(0).header("Retry-After")).isEqualTo("1");
    assertThat(group.asAnother().trySaying("x").status()).isEqualTo(201);
    assertThat(group.page("").getInt("head")).isEqualTo(150 - refused.size() + 1);
  }

  @Test
  void a_muted_guest_reads_and_a_banned_one_does_not() {
    String author = group.author();
    group.say("one");
    assertThat(group.asMachine().restrict(author, "{\"kind\":\"mute\"}").status()).isEqualTo(200);
    assertThat(group.trySaying("two").json().getString("code")).isEqualTo("muted");
    assertThat(group.edit(1, "x").status()).isEqualTo(403);
    assertThat(group.texts("before=2")).containsExactly("one");
    group.asMachine().restrict(author, "{\"kind\":\"ban\",\"until\":\"2100-01-01T00:00:00Z\"}");
    assertThat(group.asMachine().who().get(group.path() + "/restrictions").json().toString())
        .isEqualTo(
            "{\"results\":[{\"author\":\""
                + author
                + "\",\"kind\":\"ban\",\"until\":\"2100-01-01T00:00:00Z\"}]}");
    assertThat(group.who().get(group.messages()).json().getString("code")).isEqualTo("banned");
    assertThat(group.who().get(group.path()).status()).isEqualTo(403);
    String lift = group.path() + "/restrictions/" + author;
    assertThat(group.asMachine().who().send("DELETE", lift, null).status()).isEqualTo(200);
    assertThat(group.asMachine().who().send("DELETE", lift, null).status()).isEqualTo(404);
    assertThat(group.trySaying("three").status()).isEqualTo(201);
  }

  @Test
  void a_restriction_with_an_end_ends_by_itself() {
    String until = Instant.now().plusSeconds(2).toString();
    group.asMachine().restrict(group.author(), "{\"kind\":\"mute\",\"until\":\"" + until + "\"}");
    assertThat(group.trySaying("early").status()).isEqualTo(403);
    await().until(() -> group.trySaying("later").status() == 201);
  }

  @Test
  void settings_are_changed_one_by_one_and_hold_at_once() {
    group.asMachine().configure("{\"title\":\" 大厅 \",\"write\":\"moderators\"}");
    assertThat(group.trySaying("x").json().getString("code")).isEqualTo("not_allowed");
    assertThat(group.tell().getJsonObject("you").getJsonArray("may")).isEmpty();
    group.asMachine().configure("{\"write\":\"everyone\",\"keepSeconds\":86400}");
    assertThat(group.tell().getJsonObject("settings").toString())
        .isEqualTo(
            "{\"title\":\"大厅\",\"durable\":true,\"read\":\"everyone\",\"write\":\"everyone\","
                + "\"slowSeconds\":0,\"keepMessages\":0,\"keepSeconds\":86400}");
    group.asMachine().configure("{\"title\":null}");
    assertThat(group.tell().getJsonObject("settings").getString("title")).isEmpty();
    assertThat(group.say("x")).isEqualTo(4);
  }

  @Test
  void a_moderator_deletes_what_anybody_said() {
    long offset = group.say("one");
    assertThat(group.asMachine().delete(offset).status()).isEqualTo(200);
    assertThat(group.texts("")).containsExactly("†", "deleted");
    assertThat(group.events("after=1").get(0).getString("author")).isEqualTo("api");
  }
}
