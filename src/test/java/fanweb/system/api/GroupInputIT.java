package fanweb.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.system.api.Api.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a request about a group is named with its place; nothing is changed. */
@OnEachDatabase
class GroupInputIT {
  private final HttpGroup group;

  GroupInputIT(Api api) {
    this.group = HttpGroup.fresh(api);
  }

  @BeforeEach
  void somethingIsSaid() {
    group.say("one");
  }

  @AfterEach
  void nothingHasChanged() {
    assertThat(group.texts("")).containsExactly("one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                                    | #",
        "[]                                   | #",
        "{}                                   | #/text",
        "{\"text\":null}                      | #/text",
        "{\"text\":7}                         | #/text",
        "{\"text\":\"a\\u0000b\"}             | #/text",
        "{\"text\":\"\\ud83d\"}               | #/text",
        "{\"text\":\"a\",\"text\":\"b\"}      | #",
        "{\"text\":\"a\",\"key\":\"b\"}       | #/key",
        "{\"text\":\"a\",\"name\":\"\"}       | #/name",
        "{\"text\":\"a\",\"name\":\"a\\nb\"}  | #/name",
        "{\"text\":\"a\",\"name\":\"123456789012345678901234567890123\"} | #/name"
      })
  void a_message_that_is_wrong_is_told_where(String body, String places) {
    for (String[] way :
        new String[][] {{"POST", ""}, {"PATCH", "/1"}, {"POST", "/"}, {"PATCH", "/1/"}}) {
      Answer answer = group.who().send(way[0], group.messages() + way[1], body);
      assertThat(answer.status()).as(way[0]).isEqualTo(400);
      assertThat(answer.places()).containsExactly(places.split(" ", -1));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "after=-1              | after",
        "after=+1              | after",
        "after=01              | after",
        "after=%D9%A1          | after",
        "after=                | after",
        "after=1e3             | after",
        "after=99999999999999999999 | after",
        "before=0              | before",
        "limit=0               | limit",
        "limit=201             | limit",
        "after=0&wait=31       | wait",
        "after=0&wait=-1       | wait",
        "wait=1                | wait",
        "epoch=x               | epoch",
        "after=0&epoch=        | epoch",
        "after=0&epoch=%C3%A9  | epoch",
        "after=0&before=5      | before",
        "after=0&q=x           | q",
        "q=                    | q",
        "q=%00                 | q",
        "after=1&after=2       | after",
        "nonsense=1            | nonsense",
        "after=x&limit=x       | after limit"
      })
  void a_query_that_is_wrong_is_told_where(String query, String places) {
    Answer answer = group.who().get(group.messages() + "?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.places()).containsExactly(places.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit=5     | x:1      | limit",
        "wait=5      | x:1      | wait",
        "after=x     | x:1      | after",
        "name=%0A    | x:1      | name",
        "after=0     | 1        | Last-Event-ID",
        "after=0     | x:y      | Last-Event-ID",
        "after=0     | :1       | Last-Event-ID"
      })
  void a_stream_that_is_asked_for_wrongly_is_a_problem_and_no_stream(
      String query, String id, String place) {
    HttpGuest reader = group.who().with("Accept", "text/event-stream").with("Last-Event-ID", id);
    Answer answer = reader.get(group.messages() + "?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.places()).containsExactly(place);
  }

  @ParameterizedTest
  @CsvSource({".hidden, 400", "a%20b, 400", "a%2Fb, 400", "%00, 400", "%E4%BD, 400"})
  void a_name_that_no_group_can_have_is_refused(String name, int status) {
    String path = "/api/groups/" + name;
    for (String way : new String[] {path, path + "/messages", path + "/presence"}) {
      assertThat(group.who().get(way).status()).as(way).isIn(status, 404);
      assertThat(group.who().get(way).header("Content-Type"))
          .startsWith("application/problem+json");
    }
    assertThat(group.who().with("Accept", "text/event-stream").get(path + "/messages").status())
        .isIn(status, 404, 406);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                          | #",
        "{\"title\":\"\"}            | #/title",
        "{\"title\":7}               | #/title",
        "{\"durable\":\"yes\"}       | #/durable",
        "{\"durable\":null}          | #/durable",
        "{\"read\":\"nobody\"}       | #/read",
        "{\"write\":\"EVERYONE\"}    | #/write",
        "{\"slowSeconds\":-1}        | #/slowSeconds",
        "{\"slowSeconds\":86401}     | #/slowSeconds",
        "{\"slowSeconds\":1.5}       | #/slowSeconds",
        "{\"keepMessages\":-1}       | #/keepMessages",
        "{\"keepSeconds\":-1}        | #/keepSeconds",
        "{\"nonsense\":1}            | #/nonsense"
      })
  void settings_that_are_wrong_are_told_where(String body, String place) {
    assertThat(group.asMachine().configure(body).places()).containsExactly(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                             | #/kind",
        "{\"kind\":\"lift\"}                            | #/kind",
        "{\"kind\":\"ban\",\"until\":7}                 | #/until",
        "{\"kind\":\"ban\",\"until\":\"tomorrow\"}      | #/until",
        "{\"kind\":\"ban\",\"until\":\"2030-13-01T00:00:00Z\"} | #/until",
        "{\"kind\":\"ban\",\"until\":\"2030-01-01T00:00:00\"}  | #/until",
        "{\"kind\":\"ban\",\"until\":null}              | #/until"
      })
  void a_restriction_that_is_wrong_is_told_where(String body, String place) {
    assertThat(group.asMachine().restrict("g_x", body).places()).containsExactly(place);
  }

  @Test
  void other_places_have_their_rules_too() {
    assertThat(group.asMachine().restrict("a.b", "{\"kind\":\"ban\"}").status()).isEqualTo(400);
    assertThat(group.keyed("a b").trySaying("x").places()).containsExactly("Idempotency-Key");
    assertThat(group.keyed("x".repeat(65)).trySaying("x").places())
        .containsExactly("Idempotency-Key");
    assertThat(group.who().send("PUT", group.path() + "/read", "{\"offset\":-1}").places())
        .containsExactly("#/offset");
    assertThat(group.who().send("PUT", group.path() + "/read", "{}").places())
        .containsExactly("#/offset");
    assertThat(group.who().send("PUT", group.messages(), "{}").status()).isEqualTo(405);
    assertThat(group.who().get("/api/groups?limit=0").places()).containsExactly("limit");
    assertThat(group.who().get("/api/groups?page=1").places()).containsExactly("page");
    assertThat(group.who().with("Accept", "text/plain").get(group.messages()).status())
        .isEqualTo(406);
  }
}
