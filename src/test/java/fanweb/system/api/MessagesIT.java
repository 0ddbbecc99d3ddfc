package fanweb.system.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.system.api.Api.Answer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading what happened in a group, page by page (T22). */
@OnEachDatabase
class MessagesIT {
  private final Api api;
  private final HttpGroup group;

  MessagesIT(Api api) {
    this.api = api;
    this.group = HttpGroup.fresh(api);
  }

  @Test
  void a_group_in_which_nobody_spoke_is_there_and_empty() {
    JsonObject page = group.page("");
    assertThat(page.getJsonArray("messages")).isEmpty();
    assertThat(page.getInt("head")).isZero();
    assertThat(page.getInt("floor")).isZero();
    assertThat(page.getString("epoch")).isNotEmpty();
    assertThat(page.getBoolean("recovered")).isTrue();
  }

  @Test
  void a_message_is_told_with_everything_about_it() {
    group.who().post(group.messages(), "{\"text\":\"你好 👋\\n\\\"x\\\"\",\"name\":\" 王芳 \"}");
    JsonObject event = group.events("").get(0);
    assertThat(event.getString("type")).isEqualTo("message");
    assertThat(event.getString("group")).isEqualTo(group.path().replaceAll(".*/", ""));
    assertThat(event.getInt("offset")).isEqualTo(1);
    assertThat(event.getString("author")).isEqualTo(group.author());
    assertThat(event.getString("name")).isEqualTo("王芳");
    assertThat(event.getString("text")).isEqualTo("你好 👋\n\"x\"");
    assertThat(event.getString("at"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "               | 1 2 3 4 5 6 7",
        "limit=3        | 5 6 7",
        "before=5       | 1 2 3 4",
        "before=5&limit=2 | 3 4",
        "before=1       | ''",
        "before=99      | 1 2 3 4 5 6 7",
        "after=0        | 1 2 3 4 5 6 7",
        "after=0&limit=2 | 1 2",
        "after=5        | 6 7",
        "after=7        | ''"
      })
  void pages_go_both_ways_oldest_first(String query, String expected) {
    IntStream.rangeClosed(1, 7).forEach(i -> group.say("" + i));
    JsonObject page = group.page(query == null ? "" : query);
    assertThat(String.join(" ", HttpGroup.texts(page))).isEqualTo(expected);
    assertThat(page.getInt("head")).isEqualTo(7);
    assertThat(page.getBoolean("recovered")).isTrue();
  }

  @Test
  void more_than_is_in_memory_is_read_in_pages_without_a_gap() {
    group.asMachine().configure("{\"title\":\"many\"}");
    List<String> said = IntStream.range(0, 60).mapToObj(i -> "#" + i).toList();
    said.forEach(text -> group.asAnother().say(text));
    List<String> read = new ArrayList<>();
    long after = 1;
    for (JsonObject page = group.page("after=1&limit=7");
        after < page.getInt("head");
        page = group.page("limit=7&after=" + after)) {
      read.addAll(HttpGroup.texts(page));
      after += page.getJsonArray("messages").size();
    }
    assertThat(read).isEqualTo(said);
  }

  @Test
  void settings_that_are_changed_at_the_same_moment_are_all_changed() {
    HttpGroup machine = group.asMachine();

    List<Integer> answers =
        Stream.of(
                "{\"title\":\"Club\"}",
                "{\"slowSeconds\":7}",
                "{\"keepMessages\":900}",
                "{\"keepSeconds\":8000}",
                "{\"write\":\"users\"}")
            .parallel()
            .map(changes -> machine.configure(changes).status())
            .toList();

    assertThat(answers).containsOnly(200);
    JsonObject settings = group.tell().getJsonObject("settings");
    assertThat(settings.getString("title")).isEqualTo("Club");
    assertThat(settings.getInt("slowSeconds")).isEqualTo(7);
    assertThat(settings.getInt("keepMessages")).isEqualTo(900);
    assertThat(settings.getInt("keepSeconds")).isEqualTo(8000);
    assertThat(settings.getString("write")).isEqualTo("users");
  }

  @Test
  void every_kind_of_event_is_told() {
    long first = group.say("one");
    group.edit(first, "two");
    group.delete(first);
    group.asMachine().configure("{\"slowSeconds\":1}");
    group.asMachine().restrict("g_x", "{\"kind\":\"mute\",\"until\":\"2100-01-01T00:00:00Z\"}");
    List<JsonObject> events = group.events("after=0");
    assertThat(events)
        .extracting(event -> event.getString("type"))
        .containsExactly("message", "deleted", "deleted", "settings", "moderated");
    assertThat(events.get(0).getBoolean("deleted")).isTrue();
    assertThat(events.get(0)).doesNotContainKey("text");
    assertThat(events.get(2).getInt("target")).isEqualTo(1);
    assertThat(events.get(3).getJsonObject("settings").getInt("slowSeconds")).isEqualTo(1);
    assertThat(events.get(4).getString("subject")).isEqualTo("g_x");
    assertThat(events.get(4).getString("action")).isEqualTo("mute");
    assertThat(events.get(4).getString("until")).isEqualTo("2100-01-01T00:00:00.000Z");
  }

  @Test
  void an_edited_message_is_told_as_it_stands_now() {
    long first = group.say("one");
    assertThat(group.edit(first, "uno").status()).isEqualTo(200);
    assertThat(group.texts("after=0")).containsExactly("uno", "edited");
    assertThat(group.events("after=0").get(0).getBoolean("edited")).isTrue();
    assertThat(group.events("after=1").get(0).getString("text")).isEqualTo("uno");
  }

  @Test
  void one_event_has_an_address_of_its_own() {
    Answer said = group.trySaying("here");
    String path = said.header("Location").replaceFirst("http://[^/]*", "");
    assertThat(path).isEqualTo(group.messages() + "/1");
    assertThat(group.who().get(path).json().getString("text")).isEqualTo("here");
    assertThat(group.who().get(path + "/").status()).isEqualTo(200);
    assertThat(group.who().get(group.messages() + "/2").json().getString("code"))
        .isEqualTo("not_found");
    assertThat(group.who().get(group.messages() + "/+1").status()).isEqualTo(404);
  }

  @Test
  void a_search_finds_what_is_said_now_latest_first() {
    List.of("Apfel", "birne", "APFEL und Birne", "kiwi").forEach(group::say);
    long gone = group.say("apfel, deleted");
    group.delete(gone);
    assertThat(group.texts("q=apfel")).containsExactly("APFEL und Birne", "Apfel");
    assertThat(group.texts("q=apfel&limit=1")).containsExactly("APFEL und Birne");
    assertThat(group.texts("q=apfel&before=3")).containsExactly("Apfel");
    assertThat(group.texts("q=%25")).isEmpty();
    assertThat(group.texts("q=" + Api.encoded("苹果"))).isEmpty();
  }

  @Test
  void a_position_that_the_stream_does_not_have_is_not_recovered() {
    group.say("one");
    String epoch = group.page("").getString("epoch");
    assertThat(group.page("after=1&epoch=" + epoch).getBoolean("recovered")).isTrue();
    for (String query : List.of("after=1&epoch=other", "after=2", "after=2&epoch=" + epoch)) {
      JsonObject page = group.page(query);
      assertThat(page.getBoolean("recovered")).as(query).isFalse();
      assertThat(page.getJsonArray("messages")).isEmpty();
      assertThat(page.getInt("head")).isEqualTo(1);
    }
    assertThat(group.page("after=0&epoch=other").getBoolean("recovered")).isTrue();
  }

  @Test
  void a_live_only_group_is_there_for_whoever_polls_it() {
    assertThat(group.asMachine().configure("{\"durable\":false}").status()).isEqualTo(200);
    await().until(() -> !group.tell().getJsonObject("settings").getBoolean("durable"));
    int head = group.page("").getInt("head");
    var waiting = group.who().ask(group.messages() + "?wait=30&after=" + head);
    group.asAnother().say("live");
    assertThat(HttpGroup.texts(waiting.join().json())).containsExactly("live");
    assertThat(group.texts("")).containsExactly("live");
    assertThat(group.texts("before=" + (head + 1))).isEmpty();
  }

  @Test
  void what_is_no_longer_kept_is_not_recovered_and_left_out() {
    IntStream.rangeClosed(1, 6).forEach(i -> group.say("" + i));
    group.asMachine().configure("{\"keepMessages\":3}");
    await()
        .atMost(Duration.ofSeconds(130))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> group.page("").getInt("floor") == 4);
    assertThat(group.texts("")).containsExactly("5", "6", "settings");
    assertThat(group.page("after=3").getBoolean("recovered")).isFalse();
    assertThat(group.page("after=0").getBoolean("recovered")).isFalse();
    assertThat(group.texts("after=4")).containsExactly("5", "6", "settings");
    assertThat(group.texts("before=5")).isEmpty();
    assertThat(group.texts("q=1")).isEmpty();
    assertThat(group.who().get(group.messages() + "/2").status()).isEqualTo(404);
  }

  @Test
  void a_group_tells_how_it_is_set_up_and_how_one_stands() {
    group.say("one");
    JsonObject told = group.tell();
    assertThat(told.getInt("head")).isEqualTo(1);
    assertThat(told.getJsonObject("settings").getString("read")).isEqualTo("everyone");
    assertThat(told.getJsonObject("you").getJsonArray("may").toString())
        .isEqualTo("[\"publish\",\"edit\",\"delete\",\"typing\"]");
    assertThat(group.asMachine().tell().getJsonObject("you").toString())
        .isEqualTo(
            "{\"author\":\"api\",\"rank\":null,"
                + "\"may\":[\"publish\",\"edit\",\"delete\",\"typing\",\"moderate\"],"
                + "\"readUpTo\":0}");
  }

  @Test
  void how_far_somebody_has_read_is_remembered_and_only_moves_on() {
    IntStream.rangeClosed(1, 3).forEach(i -> group.say("" + i));
    assertThat(mark(2).status()).isEqualTo(204);
    assertThat(mark(1).status()).isEqualTo(204);
    assertThat(group.tell().getJsonObject("you").getInt("readUpTo")).isEqualTo(2);
    assertThat(group.asAnother().tell().getJsonObject("you").getInt("readUpTo")).isZero();
    assertThat(mark(4).places()).containsExactly("#/offset");
  }

  private Answer mark(long offset) {
    return group.who().send("PUT", group.path() + "/read", "{\"offset\":" + offset + "}");
  }

  @Test
  void the_list_has_the_group_in_which_somebody_spoke_last() {
    group.say("one");
    String name = group.path().replaceAll(".*/", "");
    await().until(() -> group.who().get("/api/groups").body().contains("\"" + name + "\""));
    assertThat(group.who().get("/api/groups/?limit=1").results()).hasSize(1);
    assertThat(HttpGuest.at(api).get("/api/groups?limit=101").places()).containsExactly("limit");
  }

  @Test
  void names_in_any_script_and_a_closing_slash_are_fine_everywhere() {
    HttpGroup named = new HttpGroup(group.path() + Api.encoded("-群ä"), group.who());
    assertThat(named.who().post(named.messages() + "/", "{\"text\":\"\"}").status()).isEqualTo(201);
    assertThat(named.who().get(named.path() + "/").json().getString("name")).endsWith("-群ä");
    assertThat(named.who().get(named.messages() + "/?after=0").body()).contains("-群ä");
    assertThat(named.who().get(named.path() + "/presence/").json().getInt("count")).isZero();
    assertThat(named.who().get(named.messages() + "?after=1&wait=1").status()).isEqualTo(200);
  }
}
