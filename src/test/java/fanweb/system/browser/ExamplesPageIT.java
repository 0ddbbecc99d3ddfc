package fanweb.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.examples.Example;
import fanweb.examples.Examples;
import fanweb.examples.Variant;
import fanweb.system.BreakableLine;
import fanweb.system.SharedServer;
import fanweb.system.Site;
import fanweb.system.Wars;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

@ExtendWith(NeedsBrowser.class)
@SharedServer
class ExamplesPageIT {
  private static final String STATUS = "[data-status]";
  private static final String BODY = "[data-answer-body]";
  private static final Pattern CURL = Pattern.compile("(?s) data-curl>(.*?)</code>");

  private Window window;

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.packaged();
  }

  @BeforeEach
  void open() {
    window = Window.open().size(1280, 900);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private static String page(String show) {
    return Site.base() + "/examples/?lang=zh&show=" + show;
  }

  private Window show(String show) {
    return window.go(page(show));
  }

  private void send() {
    window.find("[data-send]").click();
  }

  /** By the keyboard: the bar on top may hide the place to click on. */
  private void choose(String words) {
    window.driver().findElement(By.linkText(words)).sendKeys(Keys.ENTER);
  }

  private void type(String css, String text) {
    WebElement field = window.find(css);
    field.clear();
    field.sendKeys(text);
  }

  /** A request that is refused on purpose is reported as a failed resource. */
  private void assertNoComplaint() {
    assertThat(window.complaints())
        .filteredOn(line -> !line.contains("the server responded with a status of"))
        .isEmpty();
  }

  @Test
  void a_request_is_sent_and_its_answer_shown() {
    show("json-request");
    send();
    window.await(STATUS, "200 OK").await(BODY, "\"name\": \"张三\"").await("[data-took]", "毫秒");
    assertThat(window.texts("[data-bytes]")).containsExactly("42 字节");
    window.find("[data-answer] summary").click();
    window.await("[data-answer-headers]", "content-type: application/json");
    assertThat(window.texts(BODY + " .s")).contains("\"返回成功\"");
    assertNoComplaint();
  }

  @Test
  void a_variant_is_another_request() {
    show("json-request");
    choose("缺少 data");
    assertThat(window.find("#body").getAttribute("value")).doesNotContain("张三");
    assertThat(window.driver().getCurrentUrl()).endsWith("?show=json-request&try=no-data");
    send();
    window.await(STATUS, "400 Bad Request").await(BODY, "#/data");
    choose("不是 JSON");
    send();
    window.await(BODY, "is no JSON");
    assertNoComplaint();
  }

  @Test
  void without_its_token_a_request_is_forged() {
    show("csrf");
    send();
    window.await(STATUS, "200 OK").await(BODY, "返回成功");
    choose("不带令牌");
    send();
    window.await(STATUS, "403").await(BODY, "Forbidden (CSRF token missing or incorrect.)");
    choose("不带 Cookie");
    send();
    window.await(BODY, "Forbidden (CSRF cookie not set.)");
    choose("给人看的页面");
    send();
    window.await(BODY, "<h1>没能确认这个请求来自你</h1>");
    assertThat(window.texts(BODY + " h1")).isEmpty();
    assertNoComplaint();
  }

  @Test
  void forms_bring_the_token_too() {
    show("request");
    choose("表单");
    send();
    window.await(BODY, "\"age\": [\n      \"18\"\n    ]");
    assertNoComplaint();
  }

  @Test
  void what_comes_back_never_becomes_markup() {
    String evil = "<img src=x onerror=alert(1)><script>alert(2)</script>&amp;";
    show("json-request");
    type("#body", "{\"id\":\"1\",\"data\":[{\"name\":\"" + evil + "\",\"age\":1}]}");
    send();
    window.await(BODY, "\"name\": \"" + evil + "\"");
    type("#path", "/nope/" + evil);
    type("#headers", "Accept: text/html");
    send();
    window.await(STATUS, "404").await(BODY, "<h1>没有这个页面</h1>");
    assertThat(window.texts("[data-answer] img, [data-answer] script, #curl img")).isEmpty();
    assertNoComplaint();
  }

  @Test
  void the_keyboard_is_enough() {
    show("json-request");
    window.find(".variants a:last-child").sendKeys(Keys.ENTER);
    assertThat(focused().getAttribute("aria-current")).isEqualTo("true");
    focused().sendKeys(Keys.TAB, Keys.NULL);
    while (focused().getAttribute("data-send") == null) {
      focused().sendKeys(Keys.TAB);
    }
    focused().sendKeys(Keys.ENTER);
    window.await(STATUS, "400").await(BODY, "is no JSON");
    assertThat(focused().getAttribute("data-send")).isNotNull();
    focused().sendKeys(Keys.TAB);
    assertThat(focused().getAttribute("data-copy")).isEqualTo("answer-body");
    focused().sendKeys(Keys.TAB);
    assertThat(focused().getAttribute("role")).isEqualTo("group");
    window.find("#path").sendKeys("?a=b", Keys.ENTER);
    window.await("#curl", "/examples/json/?a=b'");
    window.find("[type=reset]").sendKeys(Keys.ENTER);
    assertThat(window.find("#path").getAttribute("value")).isEqualTo("/examples/json/");
    assertNoComplaint();
  }

  @Test
  void a_redirect_is_told_in_words() {
    show("redirect");
    send();
    window.await(STATUS, "3xx").await("[data-hint]", "浏览器不让脚本看到");
    assertThat(window.find("[data-open]").getAttribute("href")).endsWith("/examples/redirect/");
    assertNoComplaint();
  }

  @Test
  void a_page_is_shown_as_its_source() {
    show("template");
    send();
    window.await(STATUS, "200").await(BODY, "<li>['管理员', '测试']</li>");
    assertNoComplaint();
  }

  @Test
  void what_cannot_be_sent_is_not() {
    show("greeting");
    for (String path : new String[] {"//example.org/", "https://example.org/", "/\\x", "//["}) {
      type("#path", path);
      send();
      window.await(STATUS, "没有响应").await("[data-hint]", "留在这个网站里");
    }
    type("#path", "/examples/greeting/");
    type("#headers", "no colon");
    send();
    window.await("[data-hint]", "每行一个");
    window.find("[type=reset]").click();
    send();
    window.await(STATUS, "200 OK").await(BODY, "欢迎使用");
    assertNoComplaint();
  }

  @Test
  void a_broken_line_is_told_in_words() throws IOException {
    try (BreakableLine line = new BreakableLine(Site.port())) {
      window.go(line.base() + "/examples/?lang=zh&show=greeting");
      line.cut();
      send();
      window.await(STATUS, "没有响应").await("[data-hint]", "连接断了");
      line.mend();
      send();
      window.await(STATUS, "200 OK").await(BODY, "欢迎使用");
    }
  }

  @Test
  void the_token_of_the_api_is_asked_for_and_never_kept() {
    show("all");
    type("#token", "0123456789");
    send();
    window.await(STATUS, "401").await(BODY, "This is not the token of the API");
    choose("排序与分页");
    assertThat(window.find("#token").getAttribute("value")).isEqualTo("0123456789");
    show("all");
    assertThat(window.find("#token").getAttribute("value")).isEmpty();
    assertThat(window.driver().executeScript("return localStorage.length + sessionStorage.length"))
        .isEqualTo(0L);
    assertThat(window.driver().getCurrentUrl()).doesNotContain("0123456789");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void an_answer_is_no_barrier(String theme) {
    window.size(390, 800);
    show("json-request").cookie("theme", theme);
    show("json-request");
    send();
    window.await(STATUS, "200 OK");
    window.find("[data-answer] summary").click();
    assertThat(window.barriers()).isEmpty();
    choose("不是 JSON");
    send();
    window.await(STATUS, "400");
    assertThat(window.barriers()).isEmpty();
    assertThat(window.scrollsSideways()).as("scrolls sideways").isFalse();
  }

  @Test
  void a_phone_chooses_from_a_list() {
    window.size(390, 800);
    show("greeting");
    window.find("#pick").sendKeys("POST C");
    window.find(".lab-pick button").click();
    window.await("h1", "CSRF 校验");
  }

  @Test
  void the_command_is_the_same_with_and_without_scripts() {
    for (Example example :
        Examples.sections().stream().flatMap(s -> s.examples().stream()).toList()) {
      for (Variant variant : example.variants()) {
        String path = example.key() + "&try=" + variant.key();
        Matcher served = CURL.matcher(Site.get("/examples/?lang=zh&show=" + path).body());
        assertThat(served.find()).isTrue();
        String shown =
            (String)
                show(path)
                    .driver()
                    .executeScript("return document.getElementById('curl').textContent");
        assertThat(shown).isEqualTo(unescaped(served.group(1)));
      }
    }
  }

  private static String unescaped(String html) {
    return html.replace("&#039;", "'")
        .replace("&#034;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  private WebElement focused() {
    return window.driver().switchTo().activeElement();
  }
}
