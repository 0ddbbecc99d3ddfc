package fanweb.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.platform.rest.StrictJsonReader;
import fanweb.system.api.Api.Answer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People, one by one and many at once (T16, T18–T21). */
@OnEachDatabase
class UsersIT {
  private static final String EMOJI = "😀";
  private static final String NAMED = "\"name\":\"m\",\"password\":\"k7-Vq2.x\",";

  private final Api api;

  UsersIT(Api api) {
    this.api = api;
  }

  @BeforeEach
  void nobodyIsThere() {
    api.clear();
  }

  @Test
  void a_new_user_is_told_with_its_address_and_found_there() {
    Answer made =
        api.post("/api/users", "{\"name\":\" 张三 \",\"password\":\"k7-Vq2.x\",\"age\":18}");

    assertThat(made.status()).isEqualTo(201);
    JsonObject user = made.json();
    assertThat(user.keySet())
        .containsExactly("id", "name", "login", "age", "data", "roles", "active");
    assertThat(user.getString("name")).isEqualTo("张三");
    assertThat(user.getInt("age")).isEqualTo(18);
    assertThat(user.get("data")).isEqualTo(JsonValue.NULL);
    assertThat(made.header("Location")).endsWith("/api/users/" + user.getInt("id"));
    Answer found = api.get("/api/users/" + user.getInt("id") + "/");
    assertThat(found.json()).isEqualTo(user);
    assertThat(found.header("ETag")).isEqualTo(made.header("ETag")).isNotEmpty();
  }

  @Test
  void what_is_left_out_has_the_defaults_of_the_schema() {
    JsonObject user = api.post("/api/users", "{\"name\":\"a\",\"password\":\"k7-Vq2.x\"}").json();
    assertThat(user.getInt("age")).isEqualTo(2);
    assertThat(user.get("data")).isEqualTo(JsonValue.NULL);
    assertThat(user.get("login")).isEqualTo(JsonValue.NULL);
    assertThat(user.getJsonArray("roles")).isEmpty();
  }

  @Test
  void names_are_counted_in_characters_whatever_they_take_in_bytes() {
    api.userNamed(EMOJI.repeat(32));
    assertThat(api.names("name=" + Api.encoded(EMOJI.repeat(32)))).hasSize(1);
    String long33 = "{\"name\":\"" + EMOJI.repeat(33) + "\",\"password\":\"k7-Vq2.x\"}";
    assertThat(api.post("/api/users", long33).places()).containsExactly("#/name");
  }

  @Test
  void names_that_differ_in_case_accent_or_emoji_are_different_names() {
    Stream.of("abc", "ABC", "ábc", "😀", "😁").forEach(api::userNamed);
    Stream.of("abc", "ABC", "ábc", "😀", "😁")
        .forEach(name -> assertThat(api.names("name=" + Api.encoded(name))).containsExactly(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "age=18                                | an bo",
        "age__gt=18                            | cy dū",
        "age__gte=18&age__lt=30                | an bo cy",
        "age__lte=18                           | an bo",
        "age__in=18,40                         | an bo dū",
        "data__isnull=true                     | an cy dū",
        "data__isnull=false                    | bo",
        "name=an                               | an",
        "name__exact=AN                        |",
        "name__iexact=AN                       | an",
        "name__contains=n                      | an",
        "name__icontains=N                     | an",
        "name__startswith=b                    | bo",
        "name__istartswith=B                   | bo",
        "name__endswith=y                      | cy",
        "name__iendswith=Y                     | cy",
        "name__contains=%25                    |",
        "name__contains=_                      |",
        "name__iexact=D%C5%AA                  | dū",
        "search=Y                              | cy",
        "search=LOGIN                          | an",
        "search=o&age=18                       | an bo",
        "login__isnull=false                   | an",
        "ordering=-age                         | dū cy an bo",
        "ordering=-age,-name                   | dū cy bo an",
        "size=2                                | an bo",
        "size=2&page=2                         | cy dū",
        "size=2&page=3                         |"
      })
  void finds_what_is_asked_for(String query, String expected) {
    api.user("{\"name\":\"an\",\"password\":\"k7-Vq2.x\",\"age\":18,\"login\":\"the-login\"}");
    api.user("{\"name\":\"bo\",\"password\":\"k7-Vq2.x\",\"age\":18,\"data\":-7}");
    api.user("{\"name\":\"cy\",\"password\":\"k7-Vq2.x\",\"age\":29}");
    api.user("{\"name\":\"dū\",\"password\":\"k7-Vq2.x\",\"age\":40}");

    List<String> names = expected == null ? List.of() : List.of(expected.split(" ", -1));
    assertThat(api.names(query)).containsExactlyElementsOf(names);
  }

  @Test
  void pages_lead_to_each_other() {
    IntStream.range(0, 5).forEach(number -> api.userNamed("p" + number));
    Answer first = api.get("/api/users?size=2&name__startswith=p&search=p");
    assertThat(first.json().getInt("count")).isEqualTo(5);
    assertThat(first.json().isNull("previous")).isTrue();
    Answer second = api.get(first.json().getString("next"));
    Answer third = api.get(second.json().getString("next"));
    assertThat(third.json().isNull("next")).isTrue();
    assertThat(Stream.of(first, second, third).mapToInt(page -> page.results().size()))
        .containsExactly(2, 2, 1);
    assertThat(api.get(third.json().getString("previous")).results()).isEqualTo(second.results());
  }

  @Test
  void logins_are_folded_and_belong_to_one() {
    JsonObject user =
        api.post("/api/users", "{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"login\":\"Ａlice\"}")
            .json();
    assertThat(user.getString("login")).isEqualTo("alice");

    Answer second =
        api.post("/api/users", "{\"name\":\"b\",\"password\":\"k7-Vq2.x\",\"login\":\"ALICE\"}");
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.places()).containsExactly("#/login");
    String other = api.userNamed("b");
    assertThat(api.patch(other, "{\"login\":\"alice\"}").status()).isEqualTo(409);
    assertThat(api.patch("/api/users/" + user.getInt("id"), "{\"login\":\"alice\"}").status())
        .isEqualTo(200);
  }

  @Test
  void a_patch_changes_what_it_names_and_nothing_else() {
    api.post("/api/roles", "{\"name\":\"管理员\",\"code\":\"admin\"}");
    String path = api.user("{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"login\":\"x\",\"data\":1}");

    JsonObject changed = api.patch(path, "{\"age\":19,\"data\":null,\"roles\":[\"admin\"]}").json();

    assertThat(changed.getString("name")).isEqualTo("a");
    assertThat(changed.getString("login")).isEqualTo("x");
    assertThat(changed.getInt("age")).isEqualTo(19);
    assertThat(changed.isNull("data")).isTrue();
    assertThat(changed.getJsonArray("roles").getString(0)).isEqualTo("admin");
    assertThat(api.patch(path, "{\"login\":null,\"roles\":[]}").json().isNull("login")).isTrue();
    assertThat(api.patch(path, "{\"roles\":[\"admin\",\"no\"]}").places())
        .containsExactly("#/roles/1");
  }

  @Test
  void a_patch_may_be_called_a_merge_patch_everywhere() {
    String path = api.user("{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"data\":1}");
    Answer user = mergePatch(path, "{\"age\":19,\"data\":null}");
    assertThat(user.json().getInt("age")).isEqualTo(19);
    assertThat(user.json().isNull("data")).isTrue();

    Answer settings = mergePatch("/api/groups/merged/settings", "{\"title\":\"t\"}");
    assertThat(settings.status()).as(settings.body()).isEqualTo(200);
    assertThat(api.get("/api/groups/merged").json().getJsonObject("settings").getString("title"))
        .isEqualTo("t");
  }

  private Answer mergePatch(String path, String json) {
    return api.send(
        "PATCH",
        path,
        HttpRequest.BodyPublishers.ofString(json),
        "Content-Type",
        StrictJsonReader.MERGE_PATCH);
  }

  @Test
  void an_etag_saves_an_answer_and_guards_a_change() {
    String path = api.userNamed("a");
    String tag = api.get(path).header("ETag");

    assertThat(api.get(path, "If-None-Match", tag).status()).isEqualTo(304);
    assertThat(api.patchIfMatch(path, tag, "{\"age\":3}").status()).isEqualTo(200);
    Answer stale = api.patchIfMatch(path, tag, "{\"age\":4}");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(api.delete(path, "If-Match", tag).status()).isEqualTo(412);
    assertThat(api.get(path).json().getInt("age")).isEqualTo(3);
    assertThat(api.patchIfMatch(path, "*", "{\"age\":5}").status()).isEqualTo(200);
    assertThat(api.patchIfMatch(path, "5", "{\"age\":6}").places()).containsExactly("If-Match");
    String now = api.get(path).header("ETag");
    assertThat(api.patchIfMatch(path, "W/" + now, "{\"age\":6}").status()).isEqualTo(412);
    assertThat(api.patchIfMatch(path, "\"other\"", "{\"age\":6}").status()).isEqualTo(412);
    assertThat(api.patchIfMatch(path, "\"other\", " + now, "{\"age\":6}").status()).isEqualTo(200);
    assertThat(api.delete(path, "If-Match", api.get(path).header("ETag")).status()).isEqualTo(204);
  }

  @Test
  void of_edits_at_once_with_one_tag_one_is_done() throws Exception {
    String path = api.userNamed("a");
    String tag = api.get(path).header("ETag");

    List<Integer> statuses =
        atOnce(
            8, number -> api.patchIfMatch(path, tag, "{\"age\":" + (10 + number) + "}").status());

    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
  }

  @Test
  void edits_at_once_without_a_tag_lose_nothing_of_each_other() throws Exception {
    String path = api.userNamed("a");

    List<Integer> statuses =
        atOnce(
            8,
            number -> api.patch(path, number % 2 == 0 ? "{\"age\":77}" : "{\"data\":88}").status());

    assertThat(statuses).containsOnly(200);
    assertThat(api.get(path).json().getInt("age")).isEqualTo(77);
    assertThat(api.get(path).json().getInt("data")).isEqualTo(88);
  }

  @Test
  void of_logins_taken_at_once_one_is_given() throws Exception {
    List<Integer> statuses =
        atOnce(
            4,
            number ->
                api.post(
                        "/api/users",
                        "{\"name\":\"n\",\"password\":\"k7-Vq2.x\",\"login\":\"same\"}")
                    .status());

    assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    assertThat(api.names("login=same")).hasSize(1);
  }

  @Test
  void a_role_that_goes_while_it_is_given_is_no_role_or_goes_again() throws Exception {
    for (int round = 0; round < 20; round++) {
      String code = "r" + round;
      Answer role = api.post("/api/roles", "{\"name\":\"r\",\"code\":\"" + code + "\"}");
      String path = api.userNamed("n");
      if (round % 2 == 0) {
        api.patch(path, "{\"roles\":[\"" + code + "\"]}");
      }
      String fields = "\"login\":\"%s\",\"roles\":[\"" + code + "\"]";
      String changed = "{" + fields.formatted("a" + round) + "}";
      String made = "{" + NAMED + fields.formatted("b" + round) + "}";
      List<Integer> statuses =
          atOnce(
              3,
              number ->
                  switch (number) {
                    case 0 -> api.delete("/api/roles/" + role.json().getInt("id")).status();
                    case 1 -> api.patch(path, changed).status();
                    default -> api.post("/api/users", made).status();
                  });
      assertThat(statuses.get(0)).isEqualTo(204);
      assertThat(statuses.get(1)).isIn(200, 400);
      assertThat(statuses.get(2)).isIn(201, 400);
    }
  }

  @Test
  void what_is_gone_is_gone() {
    String path = api.userNamed("a");
    String tag = api.get(path).header("ETag");
    assertThat(api.delete(path).status()).isEqualTo(204);

    assertThat(api.delete(path).status()).isEqualTo(404);
    assertThat(api.get(path).status()).isEqualTo(404);
    assertThat(api.patchIfMatch(path, tag, "{\"age\":1}").status()).isEqualTo(404);
  }

  @Test
  void many_are_changed_by_a_filter_and_all_with_a_confirmation() {
    String path = api.userNamed("a");
    api.userNamed("b");
    String id = path.replaceAll("\\D+", "");

    assertThat(api.patch("/api/users?id=" + id, "{\"age\":18}").json().getInt("updated"))
        .isEqualTo(1);
    assertThat(api.get(path).json().getInt("age")).isEqualTo(18);
    assertThat(api.names("age=18")).containsExactly("a");
    assertThat(api.patch("/api/users", "{\"age\":15}").places()).containsExactly("confirm");
    assertThat(api.patch("/api/users?confirm=2", "{\"age\":15,\"data\":null}").body())
        .isEqualTo("{\"updated\":2}");
    assertThat(api.names("age=15")).containsExactly("a", "b");
  }

  @Test
  void a_change_of_many_makes_older_tags_stale() {
    String path = api.userNamed("a");
    String tag = api.get(path).header("ETag");
    api.patch("/api/users?name=a", "{\"age\":18}");
    assertThat(api.patchIfMatch(path, tag, "{\"age\":1}").status()).isEqualTo(412);
  }

  @ParameterizedTest
  @ValueSource(strings = {"confirm=1", "confirm=3", "age=2&confirm=1", "search=n&confirm=3"})
  void nothing_happens_when_the_confirmation_is_off_by_one(String query) {
    api.userNamed("n1");
    api.userNamed("n2");

    Answer deleted = api.delete("/api/users?" + query);
    Answer changed = api.patch("/api/users?" + query, "{\"age\":99}");

    assertThat(deleted.status()).isEqualTo(409);
    assertThat(deleted.json().getString("detail")).contains("2 rows");
    assertThat(changed.status()).isEqualTo(409);
    assertThat(api.names("age=2")).containsExactly("n1", "n2");
  }

  @Test
  void many_are_deleted_with_a_confirmation_only() {
    List.of("a1", "a2", "b").forEach(api::userNamed);

    assertThat(api.delete("/api/users?name__startswith=a").places()).containsExactly("confirm");
    assertThat(api.delete("/api/users").places()).containsExactly("confirm");
    assertThat(api.delete("/api/users?name__startswith=a&confirm=2").body())
        .isEqualTo("{\"deleted\":2}");
    assertThat(api.names("")).containsExactly("b");
    assertThat(api.delete("/api/users?confirm=1").status()).isEqualTo(200);
    assertThat(api.names("")).isEmpty();
  }

  @Test
  void roles_go_from_everybody_who_has_them() {
    Answer role = api.post("/api/roles", "{\"name\":\"测试\",\"code\":\"test\"}");
    api.post("/api/roles", "{\"name\":\"x\",\"code\":\"other\"}");
    String path =
        api.user("{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"roles\":[\"test\",\"other\"]}");
    String tag = api.get(path).header("ETag");

    assertThat(api.delete("/api/roles/" + role.json().getInt("id")).status()).isEqualTo(204);
    assertThat(api.get(path).json().getJsonArray("roles").toString()).isEqualTo("[\"other\"]");
    assertThat(api.get(path, "If-None-Match", tag).status()).isEqualTo(200);
    assertThat(api.patchIfMatch(path, tag, "{\"age\":1}").status()).isEqualTo(412);
    assertThat(api.delete("/api/roles?code=other&confirm=1").status()).isEqualTo(200);
    assertThat(api.get(path).json().getJsonArray("roles")).isEmpty();
    assertThat(api.delete(path).status()).isEqualTo(204);
  }

  @Test
  void a_role_that_changes_its_code_changes_the_tags_of_its_people() {
    Answer role = api.post("/api/roles", "{\"name\":\"r\",\"code\":\"Aa\"}");
    String path = api.user("{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"roles\":[\"Aa\"]}");
    String tag = api.get(path).header("ETag");
    // The same as hash codes of strings.
    api.patch("/api/roles/" + role.json().getInt("id"), "{\"code\":\"BB\"}");
    assertThat(api.get(path, "If-None-Match", tag).status()).isEqualTo(200);
  }

  @Test
  void no_password_and_no_hash_is_answered_or_logged() {
    String secret = "a very secret horse " + System.nanoTime();
    Answer made = api.post("/api/users", "{\"name\":\"a\",\"password\":\"" + secret + "\"}");
    String path = "/api/users/" + made.json().getInt("id");
    List<String> said =
        List.of(
            made.body(),
            api.get(path).body(),
            api.get("/api/users").body(),
            api.patch(path, "{\"password\":\"" + secret + "\",\"roles\":[\"no\"]}").body(),
            api.patch(path, "{\"password\":\"" + secret + "\"}").body(),
            api.server().log());

    assertThat(said).noneMatch(text -> text.contains(secret) || text.contains("argon2"));
  }

  private static List<Integer> atOnce(int count, IntFunction<Integer> request) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<Callable<Integer>> requests =
          IntStream.range(0, count)
              .<Callable<Integer>>mapToObj(number -> () -> request.apply(number))
              .toList();
      List<Integer> results = new ArrayList<>();
      for (Future<Integer> result : threads.invokeAll(requests)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
