package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SharedServer
class PagesIT {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.packaged();
  }

  @ParameterizedTest
  @CsvSource({"zh, zh-CN, 进入或创建群组", "en, en, Enter or create a group"})
  void home_speaks_the_language_of_the_browser(String accepted, String lang, String text) {
    HttpResponse<String> home = Site.get("/", "Accept-Language", accepted);
    assertThat(home.statusCode()).isEqualTo(200);
    assertThat(home.body()).contains("<html lang=\"" + lang + "\"", text);
    assertThat(header(home, "Vary")).contains("Accept-Language");
  }

  @Test
  void the_language_chosen_by_hand_wins_and_is_remembered() {
    HttpResponse<String> home = Site.get("/?lang=en", "Accept-Language", "zh");
    assertThat(home.body()).contains("<html lang=\"en\"");
    assertThat(header(home, "Set-Cookie")).contains("lang=en", "Max-Age=31536000", "HttpOnly");
    HttpResponse<String> next = Site.get("/", "Accept-Language", "zh", "Cookie", "lang=en");
    assertThat(next.body()).contains("<html lang=\"en\"");
  }

  @Test
  void only_pages_remember_the_language() {
    assertThat(header(Site.get("/nope?lang=en", "Accept", "text/html"), "Set-Cookie"))
        .contains("lang=en");
    assertThat(header(Site.get("/static/css/base.css?lang=en"), "Set-Cookie")).isEmpty();
    assertThat(header(Site.get("/health/live?lang=en"), "Set-Cookie")).isEmpty();
  }

  @Test
  void home_shows_the_address_of_this_very_site() {
    assertThat(Site.get("/").body()).contains("ws://127.0.0.1:" + Site.port() + "/ws/123/");
  }

  @Test
  void the_scheme_chosen_by_hand_is_in_the_page_before_any_script_runs() {
    assertThat(Site.get("/", "Cookie", "theme=dark").body()).contains("data-theme=\"dark\"");
    assertThat(Site.get("/", "Cookie", "theme=\"><x").body()).doesNotContain("data-theme=\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/index", "/routes", "/health/live", "/health/ready", "/metrics", "/ws/123"})
  void every_path_answers_with_and_without_its_closing_slash(String path) {
    HttpResponse<String> without = Site.get(path);
    HttpResponse<String> with = Site.get(path + "/");
    assertThat(with.statusCode()).isEqualTo(without.statusCode());
    assertThat(with.headers().firstValue("Location")).isEmpty();
    assertThat(header(with, "Content-Type")).isEqualTo(header(without, "Content-Type"));
  }

  @Test
  void the_room_names_its_group_and_its_socket() {
    HttpResponse<String> room = Site.get("/index/?group_id=%E5%BB%BA%E7%AB%99");
    assertThat(room.statusCode()).isEqualTo(200);
    assertThat(room.body())
        .contains("<h1>建站</h1>", "data-socket=\"/ws/%E5%BB%BA%E7%AB%99/\"", "请输入", "关闭连接");
  }

  @Test
  void without_a_group_the_room_asks_for_one() {
    HttpResponse<String> room = Site.get("/index/");
    assertThat(room.statusCode()).isEqualTo(200);
    assertThat(room.body()).contains("name=\"group_id\"").doesNotContain("role=\"alert\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%20", ".hidden", "a%2Fb", "a%00b", "%FF%FE", "%3Cscript%3E"})
  void a_name_that_no_group_can_have_comes_back_with_an_error(String name) {
    HttpResponse<String> room = Site.get("/index/?group_id=" + name);
    assertThat(room.statusCode()).isEqualTo(400);
    assertThat(room.body()).contains("role=\"alert\"", "aria-invalid=\"true\"");
    assertThat(room.body()).doesNotContain("<script>");
  }

  @Test
  void names_are_too_long_from101_characters_on() {
    assertThat(Site.get("/index/?group_id=" + "x".repeat(100)).statusCode()).isEqualTo(200);
    assertThat(Site.get("/index/?group_id=" + "x".repeat(101)).statusCode()).isEqualTo(400);
  }

  @Test
  void routes_are_listed_with_sockets_and_handlers() {
    String routes = Site.get("/routes/").body();
    assertThat(routes)
        .contains("RoomPage.doGet", "/ws/{group}/", "ChatEndpoint", "/static/{path}")
        .doesNotContain("WEB-INF");
  }

  private static String header(HttpResponse<String> response, String name) {
    return String.join("; ", response.headers().allValues(name));
  }
}
