package fanweb.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.account.Identity;
import fanweb.system.JsonClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each may in a group of members, over HTTP and over a socket. */
@ExtendWith(KnownPeople.Needed.class)
@ResourceLock(value = KnownPeople.ROLES, mode = ResourceAccessMode.READ)
class RanksIT {
  /** Guest, user, member, moderator, owner, administrator, stranger. */
  private static final String TABLE =
      """
      GET    /                       |                        | 403 403 200 200 200 200 403
      GET    /members/               |                        | 403 403 200 200 200 200 403
      GET    /presence/              |                        | 403 403 200 200 200 200 403
      GET    /messages/              |                        | 403 403 200 200 200 200 403
      GET    /messages/{offset}/     |                        | 403 403 200 200 200 200 403
      POST   /messages/              | {"text":"x"}           | 403 403 201 201 201 201 403
      PATCH  /messages/{offset}/     | {"text":"y"}           | 403 403 403 403 200 403 403
      DELETE /messages/{offset}/     |                        | 403 403 403 403 200 200 403
      PUT    /read/                  | {"offset":0}           | 403 403 204 204 204 204 403
      GET    /restrictions/          |                        | 401 403 403 200 200 200 403
      PUT    /restrictions/{author}/ | {"kind":"mute"}        | 401 403 403 200 200 200 403
      DELETE /restrictions/{author}/ |                        | 401 403 403 200 200 200 403
      PATCH  /settings/              | {"title":"x"}          | 401 403 403 403 200 200 403
      PUT    /members/{author}/      | {"rank":"member"}      | 401 403 403 200 200 200 403
      PUT    /members/{author}/      | {"rank":"moderator"}   | 401 403 403 403 200 200 403
      DELETE /members/{author}/      |                        | 401 403 403 200 200 200 403
      """;

  private final Map<Person, Long> ids = new EnumMap<>(Person.class);
  private final Map<Person, HttpGuest> people = new EnumMap<>(Person.class);
  private final String name = "club-" + UUID.randomUUID();
  private final HttpGroup group;

  RanksIT(KnownPeople known) {
    HttpGuest guest = HttpGuest.at(known.machine()).anew();
    group = new HttpGroup("/api/groups/" + name, guest);
    for (Person one : Person.values()) {
      people.put(one, one == Person.GUEST ? guest : signedIn(known, one));
    }
  }

  private enum Person {
    GUEST,
    USER,
    MEMBER,
    MODERATOR,
    OWNER,
    ADMINISTRATOR,
    /** Owner, and so moderator, of another group. */
    STRANGER
  }

  private record Row(String method, String path, String body, String expected) {
    String route() {
      return method + " /api/groups/{group}" + path;
    }
  }

  private static Stream<Row> rows() {
    return TABLE
        .lines()
        .map(line -> line.split(" *\\| *"))
        .map(
            cells -> {
              String[] route = cells[0].split(" +");
              return new Row(route[0], route[1], cells[1], cells[2]);
            });
  }

  private HttpGuest signedIn(KnownPeople known, Person one) {
    String[] roles = one == Person.ADMINISTRATOR ? new String[] {"administrator"} : new String[0];
    long id = known.person(roles);
    ids.put(one, id);
    return group.who().with("Authorization", "Bearer " + known.token(id, "*"));
  }

  @BeforeEach
  void found() {
    String rules = "\"read\":\"members\",\"write\":\"members\"";
    String own = "{\"name\":\"%s\"," + rules + "}";
    assertThat(of(Person.OWNER).who().post("/api/groups", own.formatted(name)).status())
        .isEqualTo(201);
    String other = own.formatted(name + "-other");
    assertThat(of(Person.STRANGER).who().post("/api/groups", other).status()).isEqualTo(201);
    assertThat(appoint(Person.OWNER, author(Person.MEMBER), "member")).isEqualTo(200);
    assertThat(appoint(Person.OWNER, author(Person.MODERATOR), "moderator")).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void what_each_is_answered(Row row) {
    List<String> found = new ArrayList<>();
    for (Person one : Person.values()) {
      String path = group.path() + prepared(row);
      String body = row.body().isEmpty() ? null : row.body();
      found.add("" + of(one).who().send(row.method(), path, body).status());
    }
    assertThat(String.join(" ", found)).isEqualTo(row.expected());
  }

  @Test
  void every_route_of_a_group_has_a_row() {
    Set<String> known = rows().map(Row::route).collect(Collectors.toSet());

    assertThat(RouteTable.read().byRoute().keySet())
        .filteredOn(route -> route.contains(" /api/groups/{group}/"))
        .containsExactlyInAnyOrderElementsOf(known);
  }

  /** The path, with what it names there for each who asks: what one has deleted is gone. */
  private String prepared(Row row) {
    String path = row.path().replaceFirst("/$", "");
    if (path.contains("{offset}")) {
      return path.replace("{offset}", "" + of(Person.OWNER).say("x"));
    }
    if (path.startsWith("/restrictions/")) {
      if (row.method().equals("DELETE")) {
        of(Person.OWNER).restrict("g_x", "{\"kind\":\"mute\"}");
      }
      return path.replace("{author}", "g_x");
    }
    if (row.method().equals("DELETE")) {
      appoint(Person.OWNER, "u_999999", "member");
    }
    return path.replace("{author}", "u_999999");
  }

  @ParameterizedTest
  @CsvSource({
    // whose,      guest, user, member, moderator, owner, administrator, stranger
    "MEMBER,       403 403 200 200 200 200 403",
    "OWNER,        403 403 403 403 200 200 403",
  })
  void whose_messages_each_deletes(Person whose, String expected) {
    List<String> found = new ArrayList<>();
    for (Person one : Person.values()) {
      found.add("" + of(one).delete(of(whose).say("x")).status());
    }
    assertThat(String.join(" ", found)).isEqualTo(expected);
  }

  @Test
  void each_comes_in_and_finds_the_group_or_not() {
    String expected = "not_allowed not_allowed welcome welcome welcome welcome not_allowed";
    List<String> joined = new ArrayList<>();
    for (Person one : Person.values()) {
      boolean comesIn = of(one).who().get(group.path()).status() == 200;
      assertThat(of(one).who().get("/api/groups?limit=100").body().contains(name + "\""))
          .as("%s finds it", one)
          .isEqualTo(comesIn);
      try (JsonClient socket = connect(one)) {
        var answer = socket.join();
        joined.add(answer.getString("code", answer.getString("type")));
      }
    }
    assertThat(String.join(" ", joined)).isEqualTo(expected);
  }

  @Test
  void who_is_taken_out_is_shown_out_and_who_leaves_too() {
    try (JsonClient member = connect(Person.MEMBER);
        JsonClient owner = connect(Person.OWNER)) {
      member.join();
      owner.join();

      assertThat(remove(Person.MODERATOR, Person.MEMBER)).isEqualTo(200);

      assertThat(member.closeCode()).isEqualTo(4002);
      assertThat(owner.publish("still here").getString("type")).isEqualTo("ack");
    }
    assertThat(remove(Person.OWNER, Person.OWNER)).isEqualTo(409);
    assertThat(remove(Person.MODERATOR, Person.OWNER)).isEqualTo(403);
    assertThat(remove(Person.MODERATOR, Person.MODERATOR)).isEqualTo(200);
    assertThat(of(Person.MODERATOR).who().get(group.path()).status()).isEqualTo(403);
  }

  @Test
  void who_hands_the_group_over_may_leave_then() {
    assertThat(appoint(Person.OWNER, author(Person.MEMBER), "owner")).isEqualTo(200);

    assertThat(of(Person.OWNER).configure("{\"title\":\"x\"}").status()).isEqualTo(403);
    assertThat(of(Person.MEMBER).configure("{\"title\":\"x\"}").status()).isEqualTo(200);
    assertThat(remove(Person.OWNER, Person.OWNER)).isEqualTo(200);
  }

  @Test
  void nobody_makes_a_group_their_own_that_is_somebody_s() {
    String again = "{\"name\":\"" + name + "\"}";

    assertThat(of(Person.USER).who().post("/api/groups", again).status()).isEqualTo(409);
    assertThat(of(Person.USER).who().get(group.path()).status()).isEqualTo(403);
  }

  private HttpGroup of(Person one) {
    return group.as(people.getOrDefault(one, group.who()));
  }

  private String author(Person one) {
    return Identity.authorOf(ids.getOrDefault(one, 0L));
  }

  private int appoint(Person by, String author, String rank) {
    String path = group.path() + "/members/" + author;
    return of(by).who().send("PUT", path, "{\"rank\":\"" + rank + "\"}").status();
  }

  private int remove(Person by, Person whom) {
    return of(by).who().send("DELETE", group.path() + "/members/" + author(whom), null).status();
  }

  private JsonClient connect(Person one) {
    HttpGuest who = of(one).who();
    String address = who.base().replaceFirst("http", "ws") + "/ws/" + name + "/";
    return JsonClient.connect(URI.create(address), who.headers());
  }
}
