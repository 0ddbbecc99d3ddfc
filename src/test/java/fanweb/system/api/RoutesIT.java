package fanweb.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.system.api.RouteTable.Row;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
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
          "{author}", "nobody",
          "{offset}", "999999",
          "{id}", "999999",
          "{token}", "999999",
          "{path}", "nothing");

  /** Bodies that are read, where the method decides after reading. Others get one that is not. */
  private static final Map<String, String> BODIES =
      Map.of(
          "POST /api/groups/", "{\"name\":\"table-own\"}",
          "PUT /api/groups/{group}/members/{author}/", "{\"rank\":\"member\"}",
          "PUT /api/groups/{group}/restrictions/{author}/", "{\"kind\":\"mute\"}",
          "PATCH /api/groups/{group}/settings/", "{\"slowSeconds\":0}",
          "POST /api/tokens/", "{\"name\":\"t\",\"scopes\":[\"role.view\"]}",
          "POST /api/groups/{group}/messages/", "{\"text\":\"t\"}",
          "PUT /api/groups/{group}/read/", "{\"offset\":0}",
          "PATCH /api/groups/{group}/messages/{offset}/", "{\"text\":\"t\"}");

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
    String token = principal.token(people);
    assertThat(table.rows())
        .allSatisfy(
            row ->
                assertThat(answer(people, token, row))
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

  /** {@code yes} for whoever is let in, however it went on from there. */
  private static String answer(KnownPeople people, String token, Row row) {
    String path = row.path();
    for (Map.Entry<String, String> name : NAMES.entrySet()) {
      path = path.replace(name.getKey(), name.getValue());
    }
    if (row.method().equals("WS")) {
      return connects(people, token, path) ? "yes" : "no";
    }
    boolean bare = row.method().equals("GET") || row.method().equals("DELETE");
    String body = bare ? "" : BODIES.getOrDefault(row.route(), "{}");
    int status = people.ask(token, row.method(), path, body).status();
    return status == 401 || status == 403 ? Integer.toString(status) : "yes";
  }

  private static boolean connects(KnownPeople people, String token, String path) {
    WebSocket.Builder socket = HttpClient.newHttpClient().newWebSocketBuilder();
    if (!token.isEmpty()) {
      socket.header("Authorization", "Bearer " + token);
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
