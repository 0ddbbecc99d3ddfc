package fanweb.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.system.api.Api.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong is named with its place, and nothing is changed. */
@OnEachDatabase
class BadInputIT {
  private final Api api;
  private String somebody = "";
  private String before = "";

  BadInputIT(Api api) {
    this.api = api;
  }

  @BeforeEach
  void somebodyIsThere() {
    api.clear();
    somebody = api.userNamed("somebody");
    before = api.get("/api/users").body();
  }

  @AfterEach
  void nothingHasChanged() {
    assertThat(api.get("/api/users?name__startswith=somebody").body()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                                         | #",
        "nonsense                                                   | #",
        "{\"name\":\"a\",                                           | #",
        "{\"name\":\"a\"} {}                                        | #",
        "null                                                       | #",
        "[]                                                         | #",
        "\"name\"                                                   | #",
        "{\"name\":\"a\",\"name\":\"b\",\"password\":\"k7-Vq2.x\"}  | #",
        "{}                                                         | #/name #/password",
        "{\"name\":null,\"password\":null}                          | #/name #/password",
        "{\"name\":7,\"password\":true}                             | #/name #/password",
        "{\"name\":\"a\",\"password\":\"1234567\"}                  | #/password",
        "{\"name\":\"\",\"password\":\"k7-Vq2.x\"}                  | #/name",
        "{\"name\":\" \",\"password\":\"k7-Vq2.x\"}                 | #/name",
        "{\"name\":\"a\\u0000b\",\"password\":\"k7-Vq2.x\"}         | #/name",
        "{\"name\":\"a\\nb\",\"password\":\"k7-Vq2.x\"}             | #/name",
        "{\"name\":\"\\ud83d\",\"password\":\"k7-Vq2.x\"}           | #/name",
        "{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"age\":\"18\"}  | #/age",
        "{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"age\":1.5}     | #/age",
        "{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"age\":null}    | #/age",
        "{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"age\":2147483648} | #/age",
        "{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"age\":1e999999999} | #/age",
        "{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"age\":1e9999999999} | #",
        "{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"data\":[]}     | #/data",
        "{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"login\":\"a b\"} | #/login",
        "{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"login\":\"\"}  | #/login",
        "{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"roles\":\"x\"} | #/roles",
        "{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"roles\":[1]}   | #/roles/0",
        "{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"roles\":[\"no\"]} | #/roles/0",
        "{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"nick\":\"x\"}  | #/nick",
        "{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"a/b~c\":1}     | #/a~1b~0c",
        "{\"id\":1,\"name\":\"a\",\"password\":\"k7-Vq2.x\"}        | #/id",
        "{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"password_hash\":\"x\"} | #/password_hash",
        "{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"version\":9}   | #/version"
      })
  void a_body_that_is_wrong_is_told_where(String body, String places) {
    Answer answer = api.post("/api/users", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.places()).containsExactly(places.split(" ", -1));
    assertThat(answer.body()).doesNotContain("Exception", "java.");
  }

  @Test
  void a_number_of_half_a_million_digits_costs_nothing() {
    String number = "9".repeat(500_000);
    Answer answer = api.post("/api/users", "{\"age\":" + number + "}");
    assertThat(answer.json().getString("detail")).contains("a number that is too long");
  }

  static Stream<byte[]> hugeNumbers() {
    return Stream.of("9".repeat(1_000), "-" + "9".repeat(41), "1" + "0".repeat(100))
        .map(number -> "{\"name\":\"a\",\"password\":\"k7-Vq2.x\",\"age\":" + number + "}")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("hugeNumbers")
  void a_number_of_any_length_is_only_too_large(byte[] body) {
    assertThat(api.post("/api/users", body).places()).containsExactly("#/age");
  }

  @Test
  void ten_thousand_levels_are_too_deep_and_two_mebibytes_too_much() {
    Answer deep = api.post("/api/users", "[".repeat(10_000) + "]".repeat(10_000));
    assertThat(deep.status()).isEqualTo(400);
    assertThat(deep.json().getString("detail")).contains("32 levels");

    Answer large = api.post("/api/users", "{\"name\":\"" + "x".repeat(2 << 20) + "\"}");
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.json().getString("detail")).contains("1048576");
  }

  @Test
  void bytes_that_are_no_text_are_refused() {
    byte[] broken = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
    assertThat(api.post("/api/users", broken).json().getString("detail")).contains("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "multipart/form-data; boundary=x"})
  void another_format_is_refused(String type) {
    Answer answer =
        api.send("POST", "/api/users", BodyPublishers.ofString("{}"), "Content-Type", type);
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.json().getInt("status")).isEqualTo(415);
  }

  @Test
  void very_many_tags_are_too_many_and_break_nothing() {
    Answer answer = api.get("/api/roles", "If-Match", "\"a\"" + ",\"a\"".repeat(3_000));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.places()).containsExactly("If-Match");
  }

  @Test
  void of_very_many_faults_some_are_told() {
    String people = "{\"id\":\"1\",\"data\":[" + "{},".repeat(2_000) + "{}]}";
    Answer answer = api.post("/examples/json/", people);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.places()).hasSizeLessThanOrEqualTo(20);
  }

  @Test
  void a_condition_on_many_is_refused() {
    Answer answer =
        api.send(
            "PATCH",
            "/api/users?name=somebody",
            BodyPublishers.ofString("{\"age\":1}"),
            "Content-Type",
            "application/json",
            "If-Match",
            "\"1\"");
    assertThat(answer.places()).containsExactly("If-Match");
    assertThat(api.delete("/api/users?name=somebody&confirm=1", "If-Match", "\"1\"").places())
        .containsExactly("If-Match");
  }

  @Test
  void only_json_is_to_be_had() {
    Answer answer = api.get("/api/users", "Accept", "application/xml");
    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.json().getInt("status")).isEqualTo(406);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nick=x              | nick",
        "password=x          | password",
        "passwordHash=x      | passwordHash",
        "name__like=x        | name__like",
        "name__              | name__",
        "__exact=1           | __exact",
        "age__contains=1     | age__contains",
        "age=x               | age",
        "age=                | age",
        "age=99999999999     | age",
        "id=9223372036854775808 | id",
        "age=1&age=2         | age",
        "age__in=1,,2        | age__in",
        "data__isnull=maybe  | data__isnull",
        "page=-1             | page",
        "page=0              | page",
        "page=x              | page",
        "page=1000001        | page",
        "size=0              | size",
        "size=1000000000     | size",
        "size=99999999999999999999 | size",
        "ordering=nick       | ordering",
        "ordering=--age      | ordering",
        "ordering=age%3Bdrop | ordering",
        "ordering=age,-age   | ordering",
        "name__contains=     | name__contains",
        "id=%D9%A1           | id",
        "confirm=1           | confirm",
        "name=%ff            | %ff",
        "name=%c3%28         | %c3%28",
        "name=%zz            | "
      })
  void a_query_that_is_wrong_is_told_which_parameter(String query, String parameter) {
    Answer answer = api.rawGet("/api/users?" + query);
    assertThat(answer.status()).isEqualTo(400);
    if (parameter != null) {
      assertThat(answer.places()).containsExactly(parameter);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"page=2", "size=5", "ordering=age", "confirm=-1", "confirm=x", "nick=1&confirm=1"})
  void what_a_bulk_change_does_not_know_stops_it(String query) {
    assertThat(api.delete("/api/users?" + query).status()).isEqualTo(400);
    assertThat(api.patch("/api/users?" + query, "{\"age\":1}").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"login", "password", "roles"})
  void what_is_one_person_s_own_is_not_changed_for_many(String field) {
    String value = field.equals("roles") ? "[]" : "\"abcdefgh\"";
    Answer answer = api.patch("/api/users?name=somebody", "{\"" + field + "\":" + value + "}");
    assertThat(answer.places()).containsExactly("#/" + field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "-1",
        "0",
        "1.0",
        "+1",
        "%D9%A1",
        "99999999999999999999",
        "%2e%2e",
        "1%2F2"
      })
  void an_id_that_is_none_is_not_found(String id) {
    for (Answer answer :
        List.of(
            api.get("/api/users/" + id),
            api.patch("/api/users/" + id, "{\"age\":1}"),
            api.delete("/api/users/" + id))) {
      assertThat(answer.status()).as(answer.body()).isIn(404, 405);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; DROP TABLE x; --",
        "\" OR \"\"=\"",
        "a' OR '1'='1",
        "%' OR 1=1 --",
        "\\' OR 1=1 #",
        "<script>alert(1)</script>",
        "<img src=x onerror=1>",
        "{{7*7}}${7*7}#{7*7}",
        "a%00b%0d%0aX: y",
        "\u202eevil",
        "../../etc/passwd"
      })
  void text_that_means_something_elsewhere_is_text_here(String text) {
    JsonObject user =
        Json.createObjectBuilder().add("name", text).add("password", "12345678" + text).build();
    Answer made = api.post("/api/users", user.toString());

    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().getString("name")).isEqualTo(text);
    for (String lookup : List.of("name", "name__iexact", "name__contains", "search")) {
      assertThat(api.names(lookup + "=" + Api.encoded(text))).containsExactly(text);
    }
    assertThat(
            api.delete("/api/users?confirm=1&name=" + Api.encoded(text)).json().getInt("deleted"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST", "TRACE", "PROPFIND"})
  void other_methods_are_refused(String method) {
    Answer answer = api.send(method, somebody, BodyPublishers.noBody());
    assertThat(answer.status()).isIn(405, 501);
  }

  @Test
  void header_injection_gets_nowhere() {
    Answer answer = api.rawGet("/api/users?size=1&name=%0d%0aX-Evil:%201");
    assertThat(answer.header("X-Evil")).isEmpty();
    Answer page = api.rawGet("/examples/redirect/?next=%0d%0aX-Evil:1");
    assertThat(page.header("Location")).isEqualTo("https://www.baidu.com");
    assertThat(page.header("X-Evil")).isEmpty();
  }
}
