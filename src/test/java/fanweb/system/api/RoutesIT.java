package fanweb.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.system.api.RouteTable.Row;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who gets in where: the table that people have read, compared with what is there. */
@ExtendWith(KnownPeople.Needed.class)
@ResourceLock(value = KnownPeople.ROLES, mode = ResourceAccessMode.READ)
class RoutesIT {
  /** A row of the page that lists what is found by reflection. */
  private static final Pattern LISTED = Pattern.compile("<tr data-route>.*?</tr>", Pattern.DOTALL);

  private static final Pattern MARK = Pattern.compile("<[^>]*>");

  /** What stands for what varies; nothing with such a name is there. */
  private static final Map<String, String> NAMES =
      Map.of(
          "{group}", "table",
          "{author}", "u_999999",
          "{offset}", "999999",
          "{id}", "999999",
          "{token}", "999999",
          "{path}", "nothing");

  /** Bodies that are right; what is there already or is not there is for later to say. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("POST /examples/json/", "{\"id\":\"1\",\"data\":[{\"name\":\"n\"}]}"),
          Map.entry("POST /api/users/", "{\"name\":\"n\",\"password\":\"correct horse\"}"),
          Map.entry("PATCH /api/users/", "{\"age\":3}"),
          Map.entry("PATCH /api/users/{id}/", "{\"age\":3}"),
          Map.entry("POST /api/roles/", "{\"name\":\"table\",\"code\":\"table\"}"),
          Map.entry("PATCH /api/roles/", "{\"name\":\"table\"}"),
          Map.entry("PATCH /api/roles/{id}/", "{\"name\":\"table\"}"),
          Map.entry("POST /api/groups/", "{\"name\":\"table-own\"}"),
          Map.entry("PUT /api/groups/{group}/members/{author}/", "{\"rank\":\"member\"}"),
          Map.entry("PUT /api/groups/{group}/restrictions/{author}/", "{\"kind\":\"mute\"}"),
          Map.entry("PATCH /api/groups/{group}/settings/", "{\"slowSeconds\":0}"),
          Map.entry("POST /api/tokens/", "{\"name\":\"t\",\"scopes\":[\"role.view\"]}"),
          Map.entry("POST /api/groups/{group}/messages/", "{\"text\":\"t\"}"),
          Map.entry("PUT /api/groups/{group}/read/", "{\"offset\":0}"),
          Map.entry("PATCH /api/groups/{group}/messages/{offset}/", "{\"text\":\"t\"}"));

  /** What many are changed by is about nobody. */
  private static final Map<String, String> QUERIES =
      Map.of(
          "PATCH /api/users/", "?id=999999",
          "DELETE /api/users/", "?id=999999&confirm=0",
          "PATCH /api/roles/", "?id=999999",
          "DELETE /api/roles/", "?id=999999&confirm=0");

  private static final Set<Integer> REFUSALS = Set.of(400, 401, 403);

  /** Whoever leaves is another one from then on. */
  private static final String LEAVING = "POST /account/sign-out/";

  private final RouteTable table = RouteTable.read();

  @Test
  void every_route_there_is_stands_in_the_table_and_no_other(KnownPeople people) {
    assertThat(listed(people))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(table.rows().stream().map(Row::route).toList());
  }

  @ParameterizedTest
  @EnumSource
  void whoever_asks_is_answered_as_the_table_says(Principal principal, KnownPeople people) {
    String[] lasting = principal.headers(people);
    assertThat(table.rows())
        .allSatisfy(
            row ->
                assertThat(
                        answer(
                            people,
                            LEAVING.equals(row.route()) ? principal.headers(people) : lasting,
                            row))
                    .as("%s by %s", row.route(), principal)
                    .isEqualTo(row.answers().get(principal)));
  }

  private static List<String> listed(KnownPeople people) {
    return LISTED
        .matcher(people.ask("", "GET", "/routes/", "").body())
        .results()
        .map(MatchResult::group)
        .map(row -> MARK.matcher(row).replaceAll(" ").strip().split("\\s+"))
        .map(words -> words[0] + " " + words[1])
        .toList();
  }

  /** {@code yes} for whoever is let in, unless what they sent was wrong; an error is neither. */
  private static String answer(KnownPeople people, String[] who, Row row) {
    String path = row.path();
    for (Map.Entry<String, String> name : NAMES.entrySet()) {
      path = path.replace(name.getKey(), name.getValue());
    }
    if (row.method().equals("WS")) {
      return connects(people, who, path) ? "yes" : "no";
    }
    boolean bare = row.method().equals("GET") || row.method().equals("DELETE");
    String body = bare ? "" : BODIES.getOrDefault(row.route(), "{}");
    String query = QUERIES.getOrDefault(row.route(), "");
    Api.Answer answer = people.ask(who, row.method(), path + query, body);
    assertThat(answer.status()).as("%s: %s", row.route(), answer.body()).isLessThan(500);
    return REFUSALS.contains(answer.status()) ? Integer.toString(answer.status()) : "yes";
  }

  private static boolean connects(KnownPeople people, String[] who, String path) {
    WebSocket.Builder socket = HttpClient.newHttpClient().newWebSocketBuilder();
    for (int i = 0; i < who.length; i += 2) {
      socket.header(who[i], who[i + 1]);
    }
    URI uri = URI.create("ws://127.0.0.1:" + people.server().port() + path);
    try {
      socket.buildAsync(uri, new WebSocket.Listener() {}).join().abort();
      return true;
    } catch (CompletionException e) {
      return false;
    }
  }
}
