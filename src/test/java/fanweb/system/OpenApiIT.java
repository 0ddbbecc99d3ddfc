package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.system.ApiScenarios.Request;
import fanweb.system.OpenApiDocument.Operation;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The document of the API, compared with what the API does. */
@SharedServer
class OpenApiIT {
  /**
   * Need more at once than a test machine should do: passwords to be hashed, messages of one
   * author; or somebody who signed in and may not everything.
   */
  private static final Set<String> NOT_PROVOKED = Set.of("403", "429", "503");

  /** What the role that everybody has allows at first. */
  private static final Set<String> OF_GUESTS =
      Set.of("message.view", "message.add", "message.change", "message.delete", "role.view");

  /** What the token in the settings cannot do, for it is nobody's. */
  private static final Set<String> OF_USERS =
      Set.of("tokens_create", "tokens_list", "tokens_revoke", "tokens_revokeOfUser");

  private static final Pattern ROUTE =
      Pattern.compile("(GET|POST|PUT|PATCH|DELETE)\\b[^/]*(?:<[^>]*>[^/<]*)*?(/api/[^<\"]*)");

  @Deployment(name = "open", testable = false)
  static WebArchive open() {
    WebArchive war = Wars.with(Wars.packaged(), "fanweb.api.token", ApiClient.TOKEN);
    Wars.with(war, "fanweb.account.password-memory-kib", "7168");
    Wars.with(war, "fanweb.chat.rate-per-second", "0");
    return Wars.with(war, "fanweb.account.password-iterations", "1");
  }

  @Deployment(name = "closed", testable = false)
  static WebArchive closed() {
    return Wars.at("closed");
  }

  private static ApiScenarios scenarios() {
    return new ApiScenarios(ApiClient.of(Site.base()), ApiClient.of(Site.base() + "/closed"));
  }

  private static OpenApiDocument document() {
    return OpenApiDocument.parse(Site.get("/openapi").body());
  }

  static List<String> operationIds() {
    return document().operations().stream()
        .map(Operation::id)
        .filter(id -> !OF_USERS.contains(id))
        .toList();
  }

  @AfterAll
  static void tidy() {
    scenarios().tidy();
  }

  @Test
  void it_names_every_route_of_the_api_and_nothing_else() {
    Set<String> routes =
        ROUTE
            .matcher(Site.get("/routes/").body())
            .results()
            .map(route -> route.group(1) + " " + route.group(2).replaceFirst("/$", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(routes).isNotEmpty();
    assertThat(document().operations())
        .extracting(operation -> operation.method() + " " + operation.path())
        .containsExactlyInAnyOrderElementsOf(routes);
  }

  @ParameterizedTest
  @MethodSource("operationIds")
  void an_operation_does_what_the_document_says(String id) {
    Operation operation = operation(id);
    Request request = scenarios().good(operation);
    HttpResponse<String> answer = request.by(scenarios().open());
    assertThat(answer.statusCode()).as("%s: %s", request, answer.body()).isBetween(200, 299);
    assertThat(document().faults(operation, request.query(), request.body())).isEmpty();
    assertThat(document().faults(operation, answer)).as(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("operationIds")
  void whatever_an_operation_answers_is_in_the_document_and_nothing_more(String id) {
    Operation operation = operation(id);
    Set<String> seen = new TreeSet<>(NOT_PROVOKED);
    seen.add(Integer.toString(scenarios().good(operation).by(scenarios().open()).statusCode()));
    for (HttpResponse<String> answer : scenarios().provoke(operation)) {
      assertThat(document().faults(operation, answer)).as("%s %s", answer, answer.body()).isEmpty();
      seen.add(Integer.toString(answer.statusCode()));
    }
    if (id.equals("users_delete")) {
      // Of the last administrator, who would stay in the tests' database for ever:
      // AdministratorsIT.
      seen.add("409");
    }
    assertThat(seen).containsAll(operation.statuses());
  }

  @ParameterizedTest
  @MethodSource("operationIds")
  void who_is_not_known_is_told_so_unless_the_document_says_that_it_is_open(String id) {
    Operation operation = operation(id);
    int status =
        scenarios().good(operation).by(scenarios().open().without("Authorization")).statusCode();
    assertThat(operation.isOpen() || OF_GUESTS.containsAll(operation.needs()))
        .isEqualTo(status != 401);
  }

  @ParameterizedTest
  @CsvSource({
    "/openapi, */*, application/json, {",
    "/openapi/, 'text/html,*/*;q=0.8', application/json, {",
    "/openapi, application/yaml, application/yaml, ---",
    "/openapi?format=yaml, application/json, application/yaml, ---",
    "/openapi/?format=JSON, application/yaml, application/json, {"
  })
  void it_comes_as_json_or_yaml(String path, String accept, String type, String start) {
    HttpResponse<String> answer = Site.get(path, "Accept", accept);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
    assertThat(answer.body()).startsWith(start).contains("Apache-2.0").doesNotContain("invalid");
  }

  @Test
  void another_format_is_refused_as_programs_want_it() {
    HttpResponse<String> answer = Site.get("/openapi?format=xml");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("json and yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi", "/openapi?format=yaml"})
  void who_has_it_does_not_get_it_again(String path) {
    String tag = Site.get(path).headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = Site.get(path, "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'', /", "/closed, /closed"})
  void it_says_where_the_deployment_is(String context, String server) {
    assertThat(
            OpenApiDocument.parse(Site.get(context + "/openapi").body())
                .json()
                .getJsonArray("servers")
                .getJsonObject(0)
                .getString("url"))
        .isEqualTo(server);
  }

  @Test
  void pages_lead_to_it() {
    assertThat(Site.get("/").body()).contains("href=\"/openapi\"");
  }

  private static Operation operation(String id) {
    return document().operations().stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
