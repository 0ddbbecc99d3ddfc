package fanweb.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SharedServer
class ErrorsIT {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.packaged();
  }

  @Test
  void an_unknown_path_has_a_page_with_its_request_number() {
    HttpResponse<String> page = Site.get("/indx/", "Accept", "text/html", "Accept-Language", "en");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body())
        .contains("There is no such page", "/indx/", "Similar routes", "RoomPage.doGet")
        .contains(page.headers().firstValue("X-Request-Id").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "/ws/, 404, connect to /ws/{group}/",
    "/ws/a%20b/, 400, Not a group name",
    "/ws/123/, 426, WebSocket only"
  })
  void socketClientsAreToldWhatIsWrong(String path, int status, String words) {
    HttpResponse<String> answer = Site.get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Json.createReader(new StringReader(answer.body())).readObject().getString("detail"))
        .contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "/nope, application/json",
    "/nope, 'application/problem+json, text/html;q=0.5'",
    "/api/nope, text/html",
    "/health, text/html",
    "/ws/, text/html"
  })
  void programs_get_problem_details(String path, String accept) {
    HttpResponse<String> answer = Site.get(path, "Accept", accept, "Accept-Language", "en");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    JsonObject problem = Json.createReader(new StringReader(answer.body())).readObject();
    assertThat(problem.getInt("status")).isEqualTo(answer.statusCode()).isEqualTo(404);
    assertThat(problem.getString("title")).isEqualTo("Not Found");
    assertThat(problem.getString("instance")).isEqualTo(path);
    assertThat(problem.getString("requestId"))
        .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"POST, /", "PUT, /index/", "DELETE, /routes/", "PATCH, /static/css/base.css"})
  void a_wrong_method_is_told_the_right_ones(String method, String path) {
    HttpResponse<String> page = Site.send(method, path, "Accept-Language", "en");
    assertThat(page.statusCode()).isEqualTo(405);
    assertThat(page.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
    assertThat(page.body()).contains("This method is not accepted here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/index/", "/nope", "/routes/", "/health/live", "/metrics", "/favicon.ico"})
  void every_answer_carries_the_security_headers(String path) {
    var headers = Site.get(path).headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.map())
        .containsKeys(
            "X-Content-Type-Options",
            "Referrer-Policy",
            "Cross-Origin-Opener-Policy",
            "Permissions-Policy",
            "X-Request-Id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%zz",
        "/index/?group_id=%zz",
        "/index/?group_id=%c3%28",
        "/index/?%ff=%ff&lang=%zz",
        "/static/../WEB-INF/web.xml",
        "/static/%2e%2e/WEB-INF/web.xml",
        "/static/..%5c..%5cWEB-INF%5cweb.xml",
        "/WEB-INF/web.xml",
        "/WEB-INF/error",
        "/a.jsp",
        "/index/?group_id=<script>"
      })
  void hostile_addresses_are_refused_and_break_nothing(String target) throws IOException {
    String answer = raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answer).matches("(?s)HTTP/1.1 40[04] .*");
    assertThat(answer).doesNotContain("Exception", "<web-app");
  }

  @Test
  void a_forged_request_has_a_page_that_leads_back_and_says_why() {
    String form = Site.base() + "/index/?group_id=1&a=\"><x";
    HttpResponse<String> page = forged("Referer", form.replace("\"><", "%22%3E%3C"));
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body())
        .contains(
            "Forbidden (CSRF cookie not set.)", "还是不行？", "<code>Origin checking failed</code>")
        .contains("href=\"" + Site.base() + "/index/?group_id=1&amp;a=%22%3E%3Cx\">返回并刷新</a>");
    assertThat(forged("Accept-Language", "zh").body()).doesNotContain("返回并刷新");
    assertThat(forged("Referer", "https://elsewhere.example/").body())
        .contains("Forbidden (Referer checking failed")
        .doesNotContain("返回并刷新", "elsewhere.example");
  }

  private static HttpResponse<String> forged(String header, String value) {
    return Site.send("POST", "/examples/csrf/", "Accept", "text/html,*/*;q=0.8", header, value);
  }

  @Test
  void a_forged_host_does_not_reach_the_policy() throws IOException {
    String answer = raw("GET / HTTP/1.1\r\nHost: x; script-src *\r\nConnection: close\r\n\r\n");
    assertThat(answer).doesNotContain("script-src *");
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", Site.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
