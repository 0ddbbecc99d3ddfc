package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.examples.Example;
import fanweb.examples.Examples;
import fanweb.examples.Source;
import fanweb.examples.Variant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each example answers as the tutorial's page says, and the page shows each. */
@SharedServer
class ExamplesIT {
  private static final String PEOPLE =
      "{\"id\":\"1100\",\"data\":"
          + "[{\"name\":\"张三\",\"age\":19,\"address\":\"上海\",\"gender\":\"男\"}]}";

  private static final String[] JSON = {"Content-Type", "application/json"};
  private static final Pattern TOKEN = Pattern.compile("data-csrf=\"([\\w-]+)\"");

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.packaged();
  }

  static List<Example> examples() {
    return Examples.sections().stream().flatMap(section -> section.examples().stream()).toList();
  }

  static Stream<Arguments> variants() {
    return examples().stream()
        .flatMap(one -> one.variants().stream().map(variant -> Arguments.of(one, variant)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/examples/greeting/", "/examples/greeting"})
  void a_greeting_is_just_its_text(String path) {
    HttpResponse<String> answer = Site.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(type(answer)).isEqualTo("text/html;charset=utf-8");
    assertThat(answer.body()).isEqualTo("欢迎使用");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/examples/template/", "/examples/template"})
  void a_template_shows_text_list_map_and_branch(String path) {
    HttpResponse<String> answer = Site.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(type(answer)).isEqualTo("text/html;charset=utf-8");
    String main = answer.body().replaceAll("(?s).*<main[^>]*>|</main>.*", "");
    assertThat(main.replaceAll("<[^>]+>", "\n").replaceAll("\\s*\\n\\s*", "\n").strip())
        .isEqualTo(
            """
            模板语法
            直接取值
            张三
            ['管理员', '测试']
            取列表值
            管理员
            测试
            循环展示
            管理员
            测试
            name = 张三
            age = 28
            条件
            V3""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/examples/request/", "/examples/request"})
  void a_request_is_told_back(String path) {
    HttpResponse<String> get = Site.get(path + "?id=1");
    assertThat(type(get)).startsWith("application/json");
    assertThat(get.body())
        .isEqualTo(
            "{\"method\":\"GET\",\"path\":\"%s\",\"GET\":{\"id\":[\"1\"]},\"POST\":{},\"body\":\"\"}"
                .formatted(path));
    HttpResponse<String> post =
        Site.sendText(
            "POST",
            path + "?id=1&id=2",
            "name=张三&age=18",
            withToken("Content-Type", "application/x-www-form-urlencoded"));
    assertThat(post.body())
        .isEqualTo(
            ("{\"method\":\"POST\",\"path\":\"%s\",\"GET\":{\"id\":[\"1\",\"2\"]},"
                    + "\"POST\":{\"name\":[\"张三\"],\"age\":[\"18\"]},\"body\":\"name=张三&age=18\"}")
                .formatted(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/examples/redirect/", "/examples/redirect"})
  void a_redirect_leads_away(String path) {
    HttpResponse<String> answer = Site.get(path);
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).hasValue("https://www.baidu.com");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/examples/json/?current=1&size=5|\"返回成功\"",
        "/examples/json?current=1&size=5|\"返回成功\"",
        "/examples/json/?as=object|{\"message\":\"返回成功\"}"
      })
  void json_may_be_a_text_or_an_object(String path, String body) {
    HttpResponse<String> answer = Site.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(type(answer)).startsWith("application/json");
    assertThat(answer.body()).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/examples/json/", "/examples/json"})
  void json_is_read_without_a_token(String path) {
    HttpResponse<String> answer = Site.sendText("POST", path, PEOPLE, JSON);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"message\":\"返回成功\",\"name\":\"张三\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"id\":\"1100\"}|400|#/data|at least one person",
        "{\"id\":1100,\"data\":[]}|400|#/id|must be a string",
        "{\"id\":\"1\",\"data\":[{\"name\":\"a\",\"age\":\"x\"}]}|400|#/data/0/age|whole number",
        "{\"id\":|400|`line 1`|is no JSON"
      })
  void wrong_json_is_told_what_is_wrong_and_where(
      String body, int status, String where, String what) {
    HttpResponse<String> answer = Site.sendText("POST", "/examples/json/", body, JSON);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(type(answer)).startsWith("application/problem+json");
    assertThat(answer.body()).contains(where, what).doesNotContain("Exception");
  }

  @Test
  void json_over_the_limit_is_refused() {
    String large = "{\"id\":\"" + "x".repeat(2 << 20) + "\"}";
    HttpResponse<String> answer = Site.sendText("POST", "/examples/json/", large, JSON);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(type(answer)).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/examples/csrf/", "/examples/csrf"})
  void only_a_token_opens_the_door(String path) {
    String json = "application/json";
    HttpResponse<String> none = Site.send("POST", path, "Accept", json);
    assertThat(none.statusCode()).isEqualTo(403);
    assertThat(detail(none)).isEqualTo("Forbidden (CSRF cookie not set.)");
    String[] both = withToken("Accept", json);
    HttpResponse<String> cookie = Site.send("POST", path, "Accept", json, both[4], both[5]);
    assertThat(cookie.statusCode()).isEqualTo(403);
    assertThat(detail(cookie)).isEqualTo("Forbidden (CSRF token missing or incorrect.)");
    HttpResponse<String> token = Site.send("POST", path, both);
    assertThat(token.statusCode()).isEqualTo(200);
    assertThat(token.body()).isEqualTo("{\"message\":\"返回成功\"}");
  }

  @ParameterizedTest
  @CsvSource({"zh, 请求与响应, 正在运行的代码", "en, Request and response, The code that runs"})
  void the_page_lists_all_examples(String language, String section, String code) {
    for (String path : List.of("/examples/", "/examples")) {
      HttpResponse<String> page = Site.get(path, "Accept-Language", language);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains(section, code, "href=\"/index/?group_id=123\"", ">curl<");
      for (Example example : examples()) {
        assertThat(page.body()).contains("href=\"/examples/?show=" + example.key() + "\"");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void each_is_there_to_be_read_without_scripts(Example example, Variant variant) {
    HttpResponse<String> answer =
        Site.get("/examples/?show=" + example.key() + "&try=" + variant.key());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .doesNotContain("???")
        .contains("aria-current=\"true\"", "第 " + example.chapters() + " 节")
        .contains("<span class=\"method is-" + variant.method().toLowerCase(Locale.ROOT))
        .contains("curl -i");
    for (Source source : example.sources()) {
      assertThat(answer.body()).contains("<code>" + source.name() + "</code>");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"?show=nope", "?show=", "?show=csrf&try=nope", "?show=%3Cscript%3E"})
  void what_is_no_example_is_not_found(String query) {
    HttpResponse<String> answer = Site.get("/examples/" + query, "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("没有这个页面").doesNotContain("<script>");
  }

  @Test
  void without_the_setting_the_api_says_how_to_open_it() {
    HttpResponse<String> answer = Site.get("/api/users", "Accept", "application/json");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(detail(answer)).contains("sign in", "fanweb.api.token", "Authorization: Bearer");
  }

  /** These headers, the page's token and the cookie it goes with. */
  private static String[] withToken(String name, String value) {
    HttpResponse<String> page = Site.get("/examples/");
    Matcher token = TOKEN.matcher(page.body());
    assertThat(token.find()).isTrue();
    String cookie =
        page.headers().allValues("Set-Cookie").stream()
            .filter(set -> set.startsWith("csrftoken="))
            .findFirst()
            .orElseThrow()
            .replaceAll(";.*", "");
    return new String[] {name, value, "X-CSRFToken", token.group(1), "Cookie", cookie};
  }

  private static String type(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Content-Type")
        .orElse("")
        .toLowerCase(Locale.ROOT)
        .replace(" ", "");
  }

  private static String detail(HttpResponse<String> answer) {
    JsonObject problem = Json.createReader(new StringReader(answer.body())).readObject();
    return problem.getString("detail");
  }
}
