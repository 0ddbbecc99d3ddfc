package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of accounts as a browser without scripts uses them. */
@SharedServer
class AccountFormsIT {
  private static final String NO_LINK = "l_" + "x".repeat(43);

  private final Browsing ann = new Browsing();
  private final String login = Browsing.newLogin();

  @Deployment(testable = false)
  static WebArchive war() {
    return Browsing.war();
  }

  private static String header(HttpResponse<String> answer, String name) {
    return String.join("; ", answer.headers().allValues(name));
  }

  private static void assertLedTo(String path, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(header(answer, "Location")).isEqualTo(path);
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
  }

  private static String signIn(String next) {
    return "/account/sign-in/?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
  }

  @Test
  void an_account_is_made_used_and_left_again() {
    ann.get("/?lang=zh");
    assertLedTo("/", ann.signUp(login, "小安"));
    assertThat(ann.get("/").body()).contains("小安", "账户已建立", "退出");
    assertLedTo("/", ann.post("/account/sign-out/"));
    assertThat(ann.get("/").body()).contains("已退出。").doesNotContain("小安");
    assertLedTo("/account/sign-in/?next=/account/", ann.get("/account/"));
    assertLedTo("/", ann.signIn(login, Browsing.PASSWORD));
    assertThat(ann.get("/account/").body()).contains(login, "这台设备");
  }

  @Test
  void a_message_is_shown_once() {
    ann.get("/?lang=zh");
    ann.signUp(login, "小安");
    assertThat(ann.get("/examples/").body()).contains("role=\"status\"><svg", "账户已建立");
    assertThat(ann.has("fanweb_flash")).isFalse();
    assertThat(ann.get("/examples/").body()).doesNotContain("账户已建立");
  }

  @Test
  void a_room_shows_the_message_too() {
    ann.get("/?lang=zh");
    ann.signUp(login, "小安");
    assertThat(ann.get("/index/?group_id=123").body()).contains("账户已建立", "小安");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nosuchmessage",
        "SIGNEDIN",
        "signedin.x",
        "<b>x</b>",
        "error.404.title",
        "",
        "a b",
        "../x"
      })
  void a_planted_message_says_nothing_of_its_own(String word) {
    ann.plant("fanweb_flash", word);
    HttpResponse<String> home = ann.get("/");
    assertThat(home.statusCode()).isEqualTo(200);
    assertThat(home.body()).doesNotContain("class=\"flash\"");
    assertThat(ann.has("fanweb_flash")).isFalse();
  }

  @Test
  void the_message_lies_where_no_script_reads_it() {
    HttpResponse<String> answer = ann.signUp(login, "x");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("fanweb_flash=signedup;")
                    .contains("HttpOnly", "SameSite=Lax", "Max-Age=60"));
  }

  @Test
  void a_wrong_password_keeps_the_login_and_not_the_password() {
    ann.signUp(login, "x");
    HttpResponse<String> answer = new Browsing().signIn(login, "wrong \"password\"");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body())
        .contains("role=\"alert\"", "value=\"" + login + "\"")
        .doesNotContain("wrong &#034;password");
    HttpResponse<String> nobody = new Browsing().signIn(Browsing.newLogin(), "wrong password");
    assertThat(nobody.statusCode()).isEqualTo(401);
  }

  @Test
  void what_is_not_typed_is_asked_for_before_anything_is_tried() {
    HttpResponse<String> answer = ann.signIn("", "");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("href=\"#login\"", "href=\"#password\"", "login-error");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /index/?group_id=123 | /index/?group_id=123
          /account/            | /account/
          //evil.example/      | /
          /\\evil.example/     | /
          https://evil.example | /
          /account/sign-out/   | /
          """,
      delimiter = '|')
  void one_is_led_to_a_page_of_ours_only(String next, String place) {
    ann.signUp(login, "x");
    Browsing elsewhere = new Browsing();
    elsewhere.get(signIn(next));
    assertLedTo(place, elsewhere.post(signIn(next), "login", login, "password", Browsing.PASSWORD));
    assertLedTo(place, elsewhere.get(signIn(next)));
  }

  @Test
  void a_form_without_its_token_is_forged() {
    ann.signUp(login, "x");
    ann.get("/account/");
    for (String path :
        new String[] {"sign-in", "sign-up", "sign-out", "name", "password", "tokens"}) {
      ann.forgetToken();
      assertThat(ann.post("/account/" + path + "/", "name", "forged").statusCode()).isEqualTo(403);
    }
    assertThat(ann.get("/account/").body()).contains("value=\"x\"").doesNotContain("forged");
  }

  @Test
  void no_link_signs_anybody_out() {
    ann.signUp(login, "x");
    assertThat(ann.get("/account/sign-out/").statusCode()).isEqualTo(405);
    assertThat(ann.get("/account/").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "password", "sessions", "tokens", "tokens/revoke"})
  void guests_are_asked_to_sign_in_before_they_change_an_account(String form) {
    ann.get("/account/sign-in/");
    HttpResponse<String> answer = ann.post("/account/" + form + "/", "name", "x");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("<a class=\"btn btn-primary\" href=\"/account/sign-in/\">");
    assertLedTo("/account/", ann.get("/account/" + form + "/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"set-up", "reset"})
  void a_link_that_is_none_is_told_so(String page) {
    ann.get("/?lang=zh");
    for (String link : new String[] {"", "?link=", "?link=x", "?link=" + NO_LINK}) {
      HttpResponse<String> answer = ann.get("/account/" + page + "/" + link);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("这个链接不能用了").doesNotContain("?next=", "全部路由");
      assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }
    ann.get("/account/sign-in/");
    assertThat(ann.post("/account/" + page + "/", "link", NO_LINK).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/account/sign-in/", "/account/sign-up/", "/account/"})
  void nobody_keeps_a_page_of_accounts(String path) {
    if (path.equals("/account/")) {
      ann.signUp(login, "x");
    }
    HttpResponse<String> page = ann.get(path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(ann.get("/"), "Cache-Control")).isEqualTo("private, no-cache");
  }

  @Test
  void a_login_is_taken_once() {
    ann.signUp(login, "x");
    HttpResponse<String> answer = new Browsing().signUp(login, "y");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("aria-describedby=\"login-help login-error\"");
  }

  @Test
  void a_name_is_changed_or_the_fault_shown_at_its_field() {
    ann.get("/?lang=zh");
    ann.signUp(login, "小安");
    ann.get("/account/");
    HttpResponse<String> tooLong = ann.post("/account/name/", "name", "长".repeat(33));
    assertThat(tooLong.statusCode()).isEqualTo(400);
    assertThat(tooLong.body()).contains("name-error", "长".repeat(33));
    assertLedTo("/account/", ann.post("/account/name/", "name", "小平"));
    assertThat(ann.get("/").body()).contains("小平", "名字已保存").doesNotContain("小安");
  }

  private static String secretIn(HttpResponse<String> page) {
    Matcher secret = Pattern.compile("k_[A-Za-z0-9_-]{43}").matcher(page.body());
    assertThat(secret.find()).as(page.body()).isTrue();
    return secret.group();
  }

  private HttpResponse<String> makeToken() {
    ann.get("/account/");
    return ann.post("/account/tokens/", "label", "备份", "scopes", "role.view", "days", "7");
  }

  private static int asked(String secret) {
    return Site.get("/api/roles", "Authorization", "Bearer " + secret).statusCode();
  }

  @Test
  void a_token_is_made_shown_once_used_and_revoked() {
    ann.get("/?lang=zh");
    ann.signUp(login, "小安");
    HttpResponse<String> made = makeToken();
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(header(made, "Cache-Control")).isEqualTo("no-store");
    String secret = secretIn(made);
    assertThat(asked(secret)).isEqualTo(200);
    String page = ann.get("/account/").body();
    assertThat(page).contains("备份", "<code>role.view</code>", "最后使用").doesNotContain(secret);
    String id = page.replaceAll("(?s).*id=\"token-(\\d+)\".*", "$1");
    assertThat(ann.post("/account/tokens/revoke/", "token", "x").statusCode()).isEqualTo(400);
    assertLedTo("/account/", ann.post("/account/tokens/revoke/", "token", id));
    assertLedTo("/account/", ann.post("/account/tokens/revoke/", "token", id));
    assertThat(asked(secret)).isEqualTo(401);
    assertThat(ann.get("/account/").body()).contains("令牌已收回").doesNotContain("备份");
  }

  @Test
  void a_token_that_cannot_be_made_is_told_at_its_field() {
    ann.signUp(login, "x");
    ann.get("/account/");
    HttpResponse<String> empty = ann.post("/account/tokens/", "label", " ");
    assertThat(empty.statusCode()).isEqualTo(400);
    assertThat(empty.body()).contains("href=\"#label\"", "href=\"#scopes\"", "scopes-error");
    HttpResponse<String> more = ann.post("/account/tokens/", "label", "x", "scopes", "user.delete");
    assertThat(more.statusCode()).isEqualTo(403);
    HttpResponse<String> unknown = ann.post("/account/tokens/", "label", "x", "scopes", "user.fly");
    assertThat(unknown.statusCode()).isEqualTo(400);
  }

  @Test
  void tokens_end_with_the_password_unless_one_keeps_them() {
    ann.signUp(login, "x");
    String secret = secretIn(makeToken());
    String other = "granite willow saddle lantern";
    String[] kept = {"old", Browsing.PASSWORD, "password", other, "keep", "yes"};
    assertLedTo("/account/", ann.post("/account/password/", kept));
    assertThat(asked(secret)).isEqualTo(200);
    ann.get("/account/");
    String[] ended = {"old", other, "password", Browsing.PASSWORD};
    assertLedTo("/account/", ann.post("/account/password/", ended));
    assertThat(asked(secret)).isEqualTo(401);
  }

  @Test
  void a_wrong_login_and_a_bad_password_are_told_together() {
    ann.get("/account/sign-up/");
    HttpResponse<String> answer =
        ann.post("/account/sign-up/", "login", "a b", "name", "", "password", "short");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("href=\"#login\"", "href=\"#name\"", "href=\"#password\"");
  }

  @Test
  void another_password_ends_what_is_open_elsewhere() {
    ann.get("/?lang=zh");
    ann.signUp(login, "小安");
    Browsing elsewhere = new Browsing();
    elsewhere.signIn(login, Browsing.PASSWORD);
    ann.get("/account/");
    HttpResponse<String> wrong =
        ann.post("/account/password/", "old", "not this one", "password", "x".repeat(20) + "yz");
    assertThat(wrong.body()).contains("old-error");
    String other = "granite willow saddle lantern";
    assertLedTo(
        "/account/", ann.post("/account/password/", "old", Browsing.PASSWORD, "password", other));
    assertThat(ann.get("/account/").body()).contains("密码已修改");
    assertThat(elsewhere.get("/account/").statusCode()).isEqualTo(303);
    assertLedTo("/", elsewhere.signIn(login, other));
  }
}
