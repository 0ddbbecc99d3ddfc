package fanweb.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.platform.CsrfExempt;
import fanweb.platform.CsrfTokens;
import fanweb.system.api.Api.Answer;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that another site makes a browser send, at every route that could change something: the
 * browser has the cookies, and even the token of the API, but no CSRF token of ours (T13).
 */
@OnEachDatabase
class CsrfIT {
  private static final Set<String> UNSAFE = Set.of("POST", "PUT", "PATCH", "DELETE");

  /** What a forged request may do: change nothing. Whoever adds to it answers for it. */
  private static final List<String> EXEMPT = List.of("POST /examples/json");

  private static final String FORGED = "Forbidden \\((CSRF|Origin|Referer) ";

  private static final String GROUP = "csrf" + ProcessHandle.current().pid();
  private static final String MESSAGES = "/api/groups/" + GROUP + "/messages";

  private static final Map<String, BiConsumer<HttpRequest.Builder, Tokens>> FORGERIES =
      Map.ofEntries(
          Map.entry(
              "no cookie of ours",
              (request, tokens) ->
                  request.header("Cookie", "lang=en").header("X-CSRFToken", tokens.right)),
          Map.entry("no token", (request, tokens) -> request.header("Cookie", tokens.cookie)),
          Map.entry(
              "foreign token",
              (request, tokens) ->
                  request.header("Cookie", tokens.cookie).header("X-CSRFToken", tokens.foreign)),
          Map.entry(
              "stale token",
              (request, tokens) ->
                  request
                      .header("Cookie", tokens.foreignCookie)
                      .header("X-CSRFToken", tokens.right)),
          Map.entry(
              "the cookie itself as the token",
              (request, tokens) ->
                  request
                      .header("Cookie", tokens.cookie)
                      .header("X-CSRFToken", tokens.cookie.replaceFirst("[^=]*=", ""))),
          Map.entry("evil origin", right("Origin", "https://evil.example")),
          Map.entry("opaque origin", right("Origin", "null")),
          Map.entry("origin of another port", right("Origin", "http://127.0.0.1:1")),
          Map.entry("evil referer", right("Referer", "https://evil.example/page")),
          Map.entry("cross-site by its own word", right("Sec-Fetch-Site", "cross-site")),
          Map.entry("same-site by its own word", right("Sec-Fetch-Site", "same-site")),
          Map.entry(
              "token in a text/plain body",
              (request, tokens) ->
                  request.header("Cookie", tokens.cookie).setHeader("Content-Type", "text/plain")));

  private static BiConsumer<HttpRequest.Builder, Tokens> right(String header, String value) {
    return (request, tokens) ->
        request
            .header("Cookie", tokens.cookie)
            .header("X-CSRFToken", tokens.right)
            .header(header, value);
  }

  private final Api api;

  CsrfIT(Api api) {
    this.api = api;
  }

  private String before = "";

  @BeforeEach
  void somebodyIsThere() {
    api.clear();
    api.userNamed("somebody");
    api.post("/api/roles", "{\"name\":\"r\",\"code\":\"r\"}");
    if (api.get(MESSAGES).json().getInt("head") == 0) {
      api.post(MESSAGES, "{\"text\":\"said\"}");
    }
    before = stored();
  }

  static Stream<String> guarded() {
    return routes().stream().filter(route -> !EXEMPT.contains(route));
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void a_forged_request_is_forbidden_and_changes_nothing(String route) {
    assertThat(FORGERIES).allSatisfy((how, forgery) -> isForbidden(route, forgery));
    assertThat(stored()).isEqualTo(before);
  }

  private void isForbidden(String route, BiConsumer<HttpRequest.Builder, Tokens> forgery) {
    Tokens tokens = tokens();
    HttpRequest.Builder request = request(route, tokens);
    forgery.accept(request, tokens);

    Answer answer = Api.sent(request.build());

    assertThat(answer.status()).as(answer.body()).isEqualTo(403);
    assertThat(answer.body()).containsPattern(FORGED);
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void the_same_request_with_its_token_is_let_through(String route) {
    Tokens tokens = tokens();
    HttpRequest.Builder request = request(route, tokens);
    right("Origin", "http://127.0.0.1:" + api.server().port()).accept(request, tokens);

    assertThat(Api.sent(request.build()).body()).doesNotContainPattern(FORGED);
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void a_program_without_cookies_needs_no_token_for_the_api(String route) {
    Answer answer = Api.sent(request(route, tokens()).build());
    assertThat(Pattern.compile(FORGED).matcher(answer.body()).find())
        .isEqualTo(!route.contains(" /api/"));
  }

  @Test
  void a_form_may_bring_its_token_in_a_field() {
    Tokens tokens = tokens();
    HttpRequest.Builder form =
        HttpRequest.newBuilder(address("/examples/request/"))
            .header("Cookie", tokens.cookie)
            .header("Content-Type", "application/x-www-form-urlencoded");
    String body = CsrfTokens.FIELD + "=" + tokens.right + "&a=1";
    Answer right = Api.sent(form.copy().POST(BodyPublishers.ofString(body)).build());

    assertThat(right.status()).isEqualTo(200);
    assertThat(right.json().getString("body")).isEqualTo(body);
    String broken = CsrfTokens.FIELD + "=x" + tokens.right;
    assertThat(Api.sent(form.copy().POST(BodyPublishers.ofString(broken)).build()).status())
        .isEqualTo(403);
  }

  @Test
  void a_way_around_through_the_api_s_path_leads_nowhere() {
    Answer answer = api.raw("POST /api/../examples/csrf/ HTTP/1.1\r\nAccept: application/json");
    assertThat(answer.status()).as(answer.body()).isIn(400, 403, 404);
  }

  @Test
  void the_refusal_speaks_django_s_words() {
    Tokens tokens = tokens();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address("/examples/csrf/"))
            .header("Accept", "application/json")
            .POST(BodyPublishers.noBody());
    assertThat(Api.sent(request.build()).json().getString("detail"))
        .isEqualTo("Forbidden (CSRF cookie not set.)");
    request.header("Cookie", tokens.cookie);
    assertThat(Api.sent(request.build()).json().getString("detail"))
        .isEqualTo("Forbidden (CSRF token missing or incorrect.)");
    request.header("Origin", "https://evil.example");
    assertThat(Api.sent(request.build()).json().getString("detail"))
        .startsWith("Forbidden (Origin checking failed - https://evil.example ");
  }

  @Test
  void what_is_exempt_is_marked_one_by_one() {
    List<String> marked = new ArrayList<>();
    for (Class<?> type : classes()) {
      for (Method method : type.getMethods()) {
        if (method.isAnnotationPresent(CsrfExempt.class)) {
          marked.addAll(routesOf(type, method));
        }
      }
      if (type.isAnnotationPresent(CsrfExempt.class)) {
        marked.add(type.getSimpleName());
      }
    }
    assertThat(marked).containsExactlyInAnyOrder("POST /examples/json", "UnmatchedServlet");
  }

  /** All that JAX-RS or a servlet could be made to do. */
  private static List<String> routes() {
    List<String> routes = new ArrayList<>();
    for (Class<?> type : classes()) {
      for (Method method : type.getMethods()) {
        routes.addAll(routesOf(type, method));
      }
      if (type.isAnnotationPresent(WebServlet.class)) {
        UNSAFE.stream()
            .filter(verb -> declares(type, verb))
            .forEach(
                verb -> routes.add(verb + " " + type.getAnnotation(WebServlet.class).value()[0]));
      }
    }
    assertThat(routes)
        .contains(
            "POST /api/users",
            "POST /api/groups/{group}/messages",
            "PATCH /api/roles/{id}",
            "POST /examples/csrf");
    return routes.stream().distinct().sorted().toList();
  }

  private static boolean declares(Class<?> servlet, String verb) {
    String handler = "do" + verb.charAt(0) + verb.substring(1).toLowerCase(Locale.ROOT);
    return Stream.of(servlet.getDeclaredMethods())
        .anyMatch(method -> method.getName().equals(handler));
  }

  private static List<String> routesOf(Class<?> type, Method method) {
    if (!type.isAnnotationPresent(Path.class)) {
      return List.of();
    }
    String base = type.getName().startsWith("fanweb.examples.") ? "/examples/" : "/api/";
    String own =
        method.isAnnotationPresent(Path.class)
            ? "/" + method.getAnnotation(Path.class).value()
            : "";
    return Stream.of(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null && UNSAFE.contains(verb.value()))
        .map(verb -> verb.value() + " " + base + type.getAnnotation(Path.class).value() + own)
        .toList();
  }

  private static List<Class<?>> classes() {
    java.nio.file.Path root = java.nio.file.Path.of("target/classes");
    try (Stream<java.nio.file.Path> files = Files.walk(root.resolve("fanweb"))) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.contains("-info"))
          .map(name -> name.replace('/', '.').replaceAll("\\.class$", ""))
          .<Class<?>>map(CsrfIT::load)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, CsrfIT.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A request that would do something, but for the check. */
  private HttpRequest.Builder request(String route, Tokens tokens) {
    String[] parts = route.split(" ", 2);
    if (parts[1].contains("/groups")) {
      return inGroup(parts[0], parts[1]);
    }
    String kind = parts[1].contains("roles") ? "roles" : "users";
    int id = api.get("/api/" + kind).results().getJsonObject(0).getInt("id");
    String query = route.matches("(PATCH|DELETE) /api/(users|roles)") ? "?confirm=1" : "";
    String body =
        switch (parts[0] + " " + kind) {
          case "POST users" -> "{\"name\":\"x\",\"password\":\"k7-Vq2.x\"}";
          case "POST roles" -> "{\"name\":\"x\",\"code\":\"x\"}";
          default -> "{\"name\":\"changed\"}";
        };
    boolean plain = parts[1].startsWith("/examples/");
    return HttpRequest.newBuilder(
            address(parts[1].replace("{id}", Integer.toString(id)).replace("{token}", "1") + query))
        .header("Authorization", "Bearer " + ApiServer.TOKEN)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .method(
            parts[0],
            BodyPublishers.ofString(plain ? CsrfTokens.FIELD + "=" + tokens.right : body));
  }

  /** One in a group in which something was said. */
  private HttpRequest.Builder inGroup(String verb, String path) {
    String body =
        path.endsWith("messages") || path.endsWith("{offset}") ? "{\"text\":\"x\"}" : "{}";
    String there =
        path.replace("{group}", GROUP).replace("{offset}", "1").replace("{author}", "g_x");
    return HttpRequest.newBuilder(address(there))
        .header("Authorization", "Bearer " + ApiServer.TOKEN)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .method(verb, BodyPublishers.ofString(body));
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + api.server().port() + path);
  }

  private String stored() {
    return api.get("/api/users").body() + api.get("/api/roles").body() + api.get(MESSAGES).body();
  }

  private Tokens tokens() {
    Answer mine = Api.sent(HttpRequest.newBuilder(address("/examples/csrf/")).build());
    Answer other = Api.sent(HttpRequest.newBuilder(address("/examples/csrf/")).build());
    return new Tokens(
        mine.header("Set-Cookie").replaceAll(";.*", ""),
        mine.json().getString("csrfToken"),
        other.header("Set-Cookie").replaceAll(";.*", ""),
        other.json().getString("csrfToken"));
  }

  /** What two browsers got from us. */
  private record Tokens(String cookie, String right, String foreignCookie, String foreign) {}
}
