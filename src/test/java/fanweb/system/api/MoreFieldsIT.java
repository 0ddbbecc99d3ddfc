package fanweb.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.system.api.Api.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields that a body has not, sent by whoever may do everything: none is taken or ignored. */
@ExtendWith(KnownPeople.Needed.class)
@ResourceLock(value = KnownPeople.ROLES, mode = ResourceAccessMode.READ)
class MoreFieldsIT {
  /** What would be worth something, as somebody would spell it who has seen other programs. */
  private static final Map<String, String> MORE =
      Map.ofEntries(
          Map.entry("id", "1"),
          Map.entry("userId", "1"),
          Map.entry("user_id", "1"),
          Map.entry("author", "\"u_1\""),
          Map.entry("isAdmin", "true"),
          Map.entry("is_admin", "true"),
          Map.entry("isStaff", "true"),
          Map.entry("passwordHash", "\"x\""),
          Map.entry("password_hash", "\"x\""),
          Map.entry("fingerprint", "\"x\""),
          Map.entry("secret", "\"x\""),
          Map.entry("version", "0"),
          Map.entry("made", "\"2030-01-01T00:00:00Z\""),
          Map.entry("ownerId", "\"u_1\""),
          Map.entry("class", "\"java.lang.Object\""),
          Map.entry("__proto__", "{}"));

  private final KnownPeople people;

  MoreFieldsIT(KnownPeople people) {
    this.people = people;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          POST  | /api/users                              | {"name":"n","password":"correct horse"}
          PATCH | /api/users?id=999999                    | {"age":3}
          PATCH | /api/users/{id}                         | {"age":3}
          POST  | /api/roles                              | {"name":"more","code":"more"}
          PATCH | /api/roles?id=999999                    | {"name":"more"}
          PATCH | /api/roles/999999                       | {"name":"more"}
          POST  | /api/tokens                             | {"name":"t","scopes":["role.view"]}
          POST  | /api/groups                             | {"name":"more-own"}
          POST  | /api/groups/more/messages               | {"text":"t"}
          PATCH | /api/groups/more/messages/1             | {"text":"t"}
          PUT   | /api/groups/more/read                   | {"offset":0}
          PATCH | /api/groups/more/settings               | {"slowSeconds":0}
          PUT   | /api/groups/more/members/u_{id}         | {"rank":"member"}
          PUT   | /api/groups/more/restrictions/u_{id}    | {"kind":"mute"}
          """)
  void a_field_too_many_is_refused_by_its_name(String method, String path, String body) {
    String mine = people.token(people.person("administrator"), "*");
    String there = path.replace("{id}", Long.toString(people.person()));
    JsonObject right = Json.createReader(new StringReader(body)).readObject();
    MORE.forEach(
        (name, value) -> {
          String more = body.replaceFirst("}$", ",\"" + name + "\":" + value + "}");
          Answer answer = people.ask(mine, method, there, more);
          assertThat(answer.status()).as("%s: %s", more, answer.body()).isEqualTo(400);
          assertThat(answer.places()).as(more).contains("#/" + name);
        });
    assertThat(people.ask(mine, method, there, right.toString()).status()).isNotEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"roles, [\"administrator\"]", "active, false", "login, \"x\"", "password, \"x\""})
  void what_is_somebody_s_own_is_not_changed_for_many(String name, String value) {
    long one = people.person();
    String mine = people.token(people.person("administrator"), "*");
    Answer answer =
        people.ask(mine, "PATCH", "/api/users?id=" + one, "{\"" + name + "\":" + value + "}");
    assertThat(answer.places()).containsExactly("#/" + name);
  }

  @Test
  void whoever_signs_up_by_the_api_s_fields_alone_makes_no_administrator() {
    String user = people.token(people.person(), "*");
    String body = "{\"name\":\"n\",\"password\":\"correct horse\",\"roles\":[\"administrator\"]}";
    assertThat(people.ask(user, "POST", "/api/users", body).status()).isEqualTo(403);
    assertThat(people.ask("", "POST", "/api/users", body).status()).isEqualTo(401);
  }
}
