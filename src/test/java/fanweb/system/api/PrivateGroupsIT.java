package fanweb.system.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.system.JsonClient;
import fanweb.system.api.Api.Answer;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups that are not open to everybody, and who is what in them. */
@OnEachDatabase
class PrivateGroupsIT {
  private final HttpGroup group;
  private final HttpGroup machine;

  PrivateGroupsIT(Api api) {
    this.group = HttpGroup.fresh(api);
    this.machine = group.asMachine();
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "members", "moderators"})
  void who_may_not_read_a_group_does_not_learn_of_it(String readers) {
    group.say("secret");
    assertThat(names(group.who())).contains(name());

    machine.configure("{\"read\":\"" + readers + "\"}");

    assertThat(names(group.who())).doesNotContain(name());
    assertThat(names(machine.who())).contains(name());
    for (String path : List.of("", "/presence", "/members", "/messages", "/messages?q=secret")) {
      Answer refused = group.who().get(group.path() + path);
      assertThat(refused.status()).as(path).isEqualTo(403);
      assertThat(refused.json().getString("code")).isEqualTo("not_allowed");
    }
    assertThat(group.trySaying("x").status()).isEqualTo(403);
    assertThat(group.edit(1, "x").status()).isEqualTo(403);
    assertThat(group.who().get("/").body()).doesNotContain(name());
    assertThat(group.who().get("/index/?group_id=other").body()).doesNotContain(name());
    assertThat(machine.texts("")).containsExactly("secret", "settings");
  }

  @Test
  void the_list_is_as_long_as_asked_for_with_groups_that_one_may_not_read_left_out() {
    group.say("public");
    HttpGroup hidden = new HttpGroup(group.path() + "-hidden", group.who());
    hidden.asMachine().configure("{\"read\":\"members\"}");
    hidden.asMachine().say("secret");

    assertThat(names(group.who(), 1)).hasSize(1);
    assertThat(names(group.who(), 100)).doesNotContain(name() + "-hidden");
    assertThat(names(machine.who(), 100)).contains(name() + "-hidden");
  }

  @Test
  void members_are_told_in_the_stream_and_listed() {
    assertThat(rank("u_7", "member").status()).isEqualTo(200);
    assertThat(rank("u_8", "owner").status()).isEqualTo(200);
    assertThat(rank("u_7", "owner").status()).isEqualTo(200);

    assertThat(members()).isEqualTo(Map.of("u_7", "owner", "u_8", "moderator"));
    List<JsonObject> events = group.events("after=0");
    assertThat(events).extracting(event -> event.getString("type")).containsOnly("member");
    assertThat(events.get(0).getString("subject")).isEqualTo("u_7");
    assertThat(events.get(0).getString("rank")).isEqualTo("member");

    assertThat(machine.who().send("DELETE", member("u_8"), null).status()).isEqualTo(200);
    assertThat(machine.who().send("DELETE", member("u_8"), null).status()).isEqualTo(404);
    assertThat(group.events("after=3").get(0).isNull("rank")).isTrue();
    assertThat(members()).isEqualTo(Map.of("u_7", "owner"));
  }

  @Test
  void an_owner_cannot_be_made_less() {
    rank("u_7", "owner");

    Answer removed = machine.who().send("DELETE", member("u_7"), null);

    assertThat(removed.status()).isEqualTo(409);
    assertThat(removed.json().getString("code")).isEqualTo("owner_stays");
    assertThat(rank("u_7", "member").status()).isEqualTo(409);
    assertThat(members()).isEqualTo(Map.of("u_7", "owner"));
  }

  @Test
  void whoever_is_deleted_is_nothing_in_any_group_any_more_not_even_its_owner() {
    String person =
        machine
            .who()
            .post("/api/users", "{\"name\":\"Ann\",\"password\":\"correct horse\"}")
            .header("Location")
            .replaceFirst("http://[^/]*", "");
    String author = "u_" + person.replaceFirst(".*/", "");
    rank("u_7", "member");
    rank(author, "owner");

    assertThat(machine.who().send("DELETE", person, null).status()).isEqualTo(204);

    await().untilAsserted(() -> assertThat(members()).isEqualTo(Map.of("u_7", "member")));
    List<JsonObject> events = group.events("after=0");
    assertThat(events.get(2).getString("subject")).isEqualTo(author);
    assertThat(events.get(2).isNull("rank")).isTrue();
    assertThat(rank("u_7", "owner").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"g_IgauxQF42oU481NKlftSrg", "api", "u_", "u_0", "u_01", "7"})
  void only_users_can_be_something(String author) {
    assertThat(rank(author, "member").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, '', {\"name\":\"mine\"}",
    "PUT, /members/u_7, {\"rank\":\"member\"}",
    "DELETE, /members/u_7,",
    "PATCH, /settings, {\"title\":\"x\"}"
  })
  void a_guest_makes_nobody_anything(String method, String path, String body) {
    rank("u_7", "member");
    String whole = path.isEmpty() ? "/api/groups" : group.path() + path;

    Answer refused = group.who().send(method, whole, body);

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(members()).isEqualTo(Map.of("u_7", "member"));
  }

  @Test
  void a_program_with_the_token_in_the_settings_owns_nothing() {
    Answer refused = machine.who().post("/api/groups", "{\"name\":\"" + name() + "\"}");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(members()).isEmpty();
  }

  @Test
  void a_group_is_made_for_somebody_once_and_only_while_nothing_has_happened_there() {
    String wanted =
        "{\"name\":\"" + name() + "\",\"owner\":\"u_7\",\"title\":\"Club\",\"read\":\"members\"}";
    Answer made = machine.who().post("/api/groups", wanted);
    Answer again = machine.who().post("/api/groups", wanted);

    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.header("Location")).endsWith(group.path());
    assertThat(made.json().getJsonObject("settings").getString("read")).isEqualTo("members");
    assertThat(members()).isEqualTo(Map.of("u_7", "owner"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().getString("code")).isEqualTo("group_taken");
    assertThat(group.who().get(group.path()).status()).isEqualTo(403);
  }

  @Test
  void who_may_not_read_any_more_is_shown_out_and_not_let_in_again() {
    try (JsonClient guest = connect(group.who().nobody());
        JsonClient program = connect(machine.who())) {
      guest.join();
      program.join();

      machine.configure("{\"read\":\"members\"}");

      assertThat(guest.closeCode()).isEqualTo(4002);
      assertThat(program.publish("still here").getString("type")).isEqualTo("ack");
    }
    try (JsonClient guest = connect(group.who().nobody())) {
      assertThat(guest.join().getString("code")).isEqualTo("not_allowed");
    }
  }

  @Test
  void a_live_only_group_keeps_who_is_what() {
    machine.configure("{\"durable\":false}");
    rank("u_7", "owner");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(members()).isEqualTo(Map.of("u_7", "owner")));
  }

  private Answer rank(String author, String rank) {
    return machine.who().send("PUT", member(author), "{\"rank\":\"" + rank + "\"}");
  }

  private String member(String author) {
    return group.path() + "/members/" + author;
  }

  private Map<String, String> members() {
    return machine.who().get(group.path() + "/members").results().stream()
        .map(one -> one.asJsonObject())
        .collect(Collectors.toMap(one -> one.getString("author"), one -> one.getString("rank")));
  }

  private static List<String> names(HttpGuest who) {
    return names(who, 100);
  }

  private static List<String> names(HttpGuest who, int limit) {
    return who.get("/api/groups?limit=" + limit)
        .results()
        .getValuesAs(one -> one.asJsonObject().getString("name"));
  }

  private String name() {
    return group.path().replaceFirst("/api/groups/", "");
  }

  private JsonClient connect(HttpGuest who) {
    String address = who.base().replaceFirst("http", "ws") + "/ws/" + name() + "/";
    return JsonClient.connect(URI.create(address), who.headers());
  }
}
