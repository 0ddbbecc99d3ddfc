package fanweb.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.system.JsonClient;
import fanweb.system.api.Api.Answer;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens that belong to people, and what nobody gets by them. */
@ExtendWith(KnownPeople.Needed.class)
@ResourceLock(value = KnownPeople.ROLES, mode = ResourceAccessMode.READ)
class TokensIT {
  private final KnownPeople people;

  TokensIT(KnownPeople people) {
    this.people = people;
  }

  private Answer make(String token, String json) {
    return people.ask(token, "POST", "/api/tokens", json);
  }

  private static String wanting(String... scopes) {
    return "{\"name\":\" 脚本 \",\"scopes\":[\"" + String.join("\",\"", scopes) + "\"]}";
  }

  @Test
  void a_secret_is_told_once_and_opens_what_it_is_for() {
    String mine = people.token(people.person(), "*");

    Answer made = make(mine, wanting("role.view", "message.add"));

    assertThat(made.status()).as(made.body()).isEqualTo(201);
    String secret = made.json().getString("secret");
    JsonObject token = made.json().getJsonObject("token");
    assertThat(secret).matches("k_[A-Za-z0-9_-]{43}");
    assertThat(token.keySet()).containsExactly("id", "name", "scopes", "made", "expires", "used");
    assertThat(token.getString("name")).isEqualTo("脚本");
    assertThat(token.getJsonArray("scopes").toString())
        .isEqualTo("[\"message.add\",\"role.view\"]");
    assertThat(made.header("Location")).endsWith("/api/tokens/" + token.getInt("id"));
    assertThat(people.ask(secret, "GET", "/api/roles", "").status()).isEqualTo(200);
    Answer list = people.ask(mine, "GET", "/api/tokens", "");
    assertThat(list.results()).hasSize(2);
    assertThat(list.body()).doesNotContain(secret).contains("\"used\":\"20");
    assertThat(people.server().log()).doesNotContain(secret);
  }

  @Test
  void nobody_gets_more_by_a_token_than_they_have() {
    String mine = people.token(people.person(), "token.add", "role.view");

    Answer more = make(mine, wanting("role.view", "group.add"));
    assertThat(more.status()).isEqualTo(403);
    assertThat(more.json().getString("detail")).contains("group.add");
    assertThat(make(mine, wanting("*")).status()).isEqualTo(403);
    assertThat(make(mine, wanting("user.fly")).places()).containsExactly("#/scopes/0");
    String less = people.token(people.person(), "role.view");
    assertThat(make(less, wanting("role.view")).status()).isEqualTo(403);
    assertThat(people.ask(less, "GET", "/api/tokens", "").status()).isEqualTo(403);
  }

  @Test
  void a_scope_that_its_owner_lost_is_worth_nothing() {
    people
        .machine()
        .post("/api/roles", "{\"name\":\"r\",\"code\":\"t1\",\"permissions\":[\"user.view\"]}");
    long person = people.person("t1");
    String token = people.token(person, "user.view");
    assertThat(people.ask(token, "GET", "/api/users", "").status()).isEqualTo(200);

    people.machine().patch("/api/users/" + person, "{\"roles\":[]}");

    assertThat(people.ask(token, "GET", "/api/users", "").status()).isEqualTo(403);
  }

  @Test
  void guests_and_the_token_of_the_settings_have_none() {
    Answer guest = make("", wanting("role.view"));
    assertThat(guest.status()).isEqualTo(401);
    assertThat(guest.header("WWW-Authenticate")).isEqualTo("Bearer");
    for (String method : List.of("POST", "GET")) {
      String body = method.equals("POST") ? wanting("role.view") : "";
      Answer machine = people.ask(ApiServer.TOKEN, method, "/api/tokens", body);
      assertThat(machine.status()).isEqualTo(403);
      assertThat(machine.json().getString("detail")).contains("nobody's");
    }
  }

  @ParameterizedTest
  @CsvSource({"-PT1S", "P3D", "P400D"})
  void one_made_by_another_ends_in_time_and_no_later_than_that(Duration ahead) {
    String mine = people.token(people.person(), "*");
    String end = Instant.now().plus(ahead).toString();
    String json = "{\"name\":\"t\",\"scopes\":[\"role.view\"],\"expires\":\"" + end + "\"}";
    assertThat(make(mine, json).places()).containsExactly("#/expires");
    assertThat(make(mine, json.replace(end, "soon")).places()).containsExactly("#/expires");
  }

  @Test
  void one_that_is_revoked_opens_nothing() {
    String mine = people.token(people.person(), "*");
    JsonObject made = make(mine, wanting("role.view")).json();
    String path = "/api/tokens/" + made.getJsonObject("token").getInt("id");
    String other = people.token(people.person(), "*");

    assertThat(people.ask(other, "DELETE", path, "").status()).isEqualTo(404);
    assertThat(people.ask(mine, "DELETE", path, "").status()).isEqualTo(204);

    Answer refused = people.ask(made.getString("secret"), "GET", "/api/roles", "");
    assertThat(refused.status()).isEqualTo(401);
  }

  private JsonClient connected(String secret) {
    URI socket = URI.create("ws://127.0.0.1:" + people.server().port() + "/ws/tokens/");
    return JsonClient.connect(socket, Map.of("Authorization", "Bearer " + secret));
  }

  @Test
  void whoever_is_connected_with_a_token_that_ends_or_with_one_made_by_it_is_out() {
    long person = people.person();
    String mine = people.token(person, "*");
    String child = make(mine, wanting("message.view")).json().getString("secret");
    try (JsonClient one = connected(mine);
        JsonClient other = connected(child)) {
      people.machine().patch("/api/users/" + person, "{\"password\":\"another horse\"}");

      assertThat(one.closeCode()).isEqualTo(4504);
      assertThat(other.closeCode()).isEqualTo(4504);
    }
    assertThat(people.ask(mine, "GET", "/api/roles", "").status()).isEqualTo(401);
    assertThat(people.ask(child, "GET", "/api/roles", "").status()).isEqualTo(401);
  }

  @Test
  void nobody_sets_their_own_password_without_the_one_so_far() {
    people
        .machine()
        .post("/api/roles", "{\"name\":\"r\",\"code\":\"t3\",\"permissions\":[\"user.change\"]}");
    String login = "t" + UUID.randomUUID();
    String path =
        people
            .machine()
            .user(
                "{\"name\":\"n\",\"password\":\"correct horse\",\"login\":\"%s\",\"roles\":[\"t3\"]}"
                    .formatted(login));
    String mine = people.token(Long.parseLong(path.replaceAll("\\D+", "")), "*");
    String wanted = "{\"password\":\"another horse\"%s}";

    Answer without = people.ask(mine, "PATCH", path, wanted.formatted(""));
    assertThat(without.places()).containsExactly("#/old");
    Answer wrong = people.ask(mine, "PATCH", path, wanted.formatted(",\"old\":\"x\""));
    assertThat(wrong.places()).containsExactly("#/old");
    assertThat(people.ask(mine, "POST", path + "/reset-link", "").status()).isEqualTo(403);
    Answer right = people.ask(mine, "PATCH", path, wanted.formatted(",\"old\":\"correct horse\""));
    assertThat(right.status()).as(right.body()).isEqualTo(200);
    assertThat(people.ask(mine, "GET", path, "").status()).isEqualTo(401);
  }

  @Test
  void who_looks_after_people_revokes_their_tokens_but_not_those_of_whoever_may_more() {
    people
        .machine()
        .post(
            "/api/roles",
            "{\"name\":\"r\",\"code\":\"t2\",\"permissions\":[\"user.change\",\"user.view\"]}");
    String keeper = people.token(people.person("t2"), "*");
    long person = people.person();
    long boss = people.person("administrator");
    String theirs = people.token(person, "role.view");
    people.token(boss, "*");

    Answer list = people.ask(keeper, "GET", "/api/users/" + person + "/tokens", "");
    int id = list.results().getJsonObject(0).getInt("id");
    String path = "/api/users/" + person + "/tokens/" + id;
    assertThat(people.ask(theirs, "DELETE", path, "").status()).isEqualTo(403);
    assertThat(people.ask(keeper, "DELETE", path, "").status()).isEqualTo(204);
    assertThat(people.ask(theirs, "GET", "/api/roles", "").status()).isEqualTo(401);

    String all = "/api/users/" + boss + "/tokens";
    int most = people.ask(keeper, "GET", all, "").results().getJsonObject(0).getInt("id");
    assertThat(people.ask(keeper, "DELETE", all + "/" + most, "").status()).isEqualTo(403);
    assertThat(people.ask(keeper, "GET", "/api/users/999999/tokens", "").status()).isEqualTo(404);
  }
}
