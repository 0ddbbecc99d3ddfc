package fanweb.system.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.system.api.Api.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Somebody who looks after people and roles makes of nobody more than they are themselves. */
@ExtendWith(KnownPeople.Needed.class)
@ResourceLock(KnownPeople.ROLES)
class EscalationIT {
  private static final String MAY =
      "\"role.add\",\"role.change\",\"role.delete\",\"role.view\",\"user.add\",\"user.change\","
          + "\"user.delete\",\"user.view\"";

  private final KnownPeople people;
  private String keeper = "";

  EscalationIT(KnownPeople people) {
    this.people = people;
  }

  @BeforeEach
  void somebody_looks_after_people() {
    people
        .machine()
        .post("/api/roles", "{\"name\":\"r\",\"code\":\"keeper\",\"permissions\":[" + MAY + "]}");
    keeper = people.token(people.person("keeper"), "*");
  }

  private void refused(String permission, String method, String path, String body) {
    Answer answer = people.ask(keeper, method, path, body);
    assertThat(answer.status()).as("%s %s: %s", method, path, answer.body()).isEqualTo(403);
    assertThat(answer.json().getString("detail")).contains("permission " + permission);
  }

  private int roleOf(String code) {
    return people.machine().get("/api/roles?code=" + code).results().getJsonObject(0).getInt("id");
  }

  @Test
  void a_role_that_allows_more_is_not_given() {
    String roles = "\"roles\":[\"keeper\",\"administrator\"]";
    String fresh = "{\"name\":\"n\",\"password\":\"correct horse\",%s}";
    refused("*", "POST", "/api/users", fresh.formatted(roles));
    String path = "/api/users/" + people.person();
    refused("*", "PATCH", path, "{" + roles + "}");
    Answer given = people.ask(keeper, "PATCH", path, "{\"roles\":[\"keeper\"]}");
    assertThat(given.status()).as(given.body()).isEqualTo(200);
  }

  @Test
  void no_permission_is_put_into_a_role_or_taken_from_it_that_one_has_not() {
    String more =
        "{\"name\":\"r\",\"code\":\"more\",\"permissions\":[\"user.view\",\"group.delete\"]}";
    refused("group.delete", "POST", "/api/roles", more);
    int keepers = roleOf("keeper");
    refused("*", "PATCH", "/api/roles/" + keepers, "{\"permissions\":[" + MAY + ",\"*\"]}");
    people.machine().post("/api/roles", more.replace("more", "other"));
    String other = "/api/roles/" + roleOf("other");
    refused("group.delete", "PATCH", other, "{\"permissions\":[\"user.view\"]}");
    refused("group.delete", "DELETE", other, "");
    refused("group.delete", "DELETE", "/api/roles?code=other&confirm=1", "");
    refused("*", "PATCH", "/api/roles/" + roleOf("administrator"), "{\"permissions\":[]}");
  }

  @Test
  void whoever_may_more_is_neither_changed_nor_deleted_nor_gets_another_password() {
    long boss = people.person("administrator");
    String path = "/api/users/" + boss;
    refused("*", "PATCH", path, "{\"password\":\"correct horse\"}");
    refused("*", "PATCH", path, "{\"roles\":[]}");
    refused("*", "DELETE", path, "");
    refused("*", "PATCH", "/api/users?id=" + boss, "{\"age\":3}");
    refused("*", "DELETE", "/api/users?id=" + boss + "&confirm=1", "");
    long other = people.person("keeper");
    assertThat(people.ask(keeper, "PATCH", "/api/users/" + other, "{\"age\":3}").status())
        .isEqualTo(200);
    assertThat(people.ask(keeper, "DELETE", "/api/users/" + other, "").status()).isEqualTo(204);
  }

  @Test
  void what_guests_may_is_what_their_role_says_at_that_moment() {
    String path = "/api/roles/" + roleOf("guest");
    String before = people.machine().get(path).json().getJsonArray("permissions").toString();
    try {
      people.machine().patch(path, "{\"permissions\":[\"message.view\"]}");
      await()
          .untilAsserted(
              () -> assertThat(people.ask("", "GET", "/api/roles", "").status()).isEqualTo(401));
    } finally {
      people.machine().patch(path, "{\"permissions\":" + before + "}");
    }
    await()
        .untilAsserted(
            () -> assertThat(people.ask("", "GET", "/api/roles", "").status()).isEqualTo(200));
  }
}
