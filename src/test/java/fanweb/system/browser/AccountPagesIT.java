package fanweb.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.system.Browsing;
import fanweb.system.SharedServer;
import fanweb.system.Site;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

@ExtendWith(NeedsBrowser.class)
@SharedServer
class AccountPagesIT {
  private static final String PASSWORD = "violet anchor thimble quarry";
  private static final String FLASH = ".flash [role=status]";

  private final String login = "u" + UUID.randomUUID().toString().replace("-", "");
  private Window ann;

  @Deployment(testable = false)
  static WebArchive war() {
    return Browsing.war();
  }

  @BeforeEach
  void sit_down() {
    ann = Window.open().size(1280, 800).from(Browsing.newAddress());
  }

  @AfterEach
  void leave() {
    ann.close();
  }

  private static String at(String path) {
    return Site.base() + path + (path.contains("?") ? "&" : "?") + "lang=zh";
  }

  private String path() {
    return ann.driver().getCurrentUrl().substring(Site.base().length());
  }

  private static void type(Window window, String id, String text) {
    WebElement field = window.find("#" + id);
    field.clear();
    field.sendKeys(text);
  }

  private void signUp(String name) {
    ann.go(at("/account/sign-up/"));
    type(ann, "login", login);
    type(ann, "name", name);
    type(ann, "password", PASSWORD);
    ann.find("main [type=submit]").click();
    ann.await(FLASH, "账户已建立");
  }

  private void signIn(Window window) {
    window.go(at("/account/sign-in/"));
    type(window, "login", login);
    type(window, "password", PASSWORD);
    window.find("main [type=submit]").click();
    window.await(FLASH, "已登录");
  }

  private WebElement focused() {
    return ann.driver().switchTo().activeElement();
  }

  /** A form that is refused on purpose is reported as a failed resource. */
  private void assertNoComplaint() {
    assertThat(ann.complaints())
        .filteredOn(line -> !line.contains("the server responded with a status of"))
        .isEmpty();
  }

  @Test
  void one_comes_back_to_the_page_one_signed_up_from() {
    ann.go(at("/index/?group_id=" + login)).find(".side-foot [popovertarget]").click();
    ann.find("#me a").click();
    ann.await("main .lead", "登录后回到“" + login + "”");
    ann.find("main p a").click();
    type(ann, "login", login);
    type(ann, "name", "小安");
    type(ann, "password", PASSWORD);
    ann.find("main [type=submit]").click();
    ann.await(FLASH, "账户已建立");
    assertThat(path()).startsWith("/index/?group_id=" + login);
    ann.driver().navigate().refresh();
    ann.awaitNone(FLASH);
    assertNoComplaint();
  }

  @Test
  void the_keyboard_is_enough() {
    signUp("小安");
    ann.find("header .only-wide button").sendKeys(Keys.ENTER);
    ann.await(FLASH, "已退出");
    ann.find("header a.only-wide.btn").sendKeys(Keys.ENTER);
    ann.await("h1", "登录 Fan-Web");
    tabTo("login").sendKeys(login, Keys.TAB, "wrong password", Keys.ENTER);
    ann.await("[role=alert]", "登录名或密码不对");
    assertThat(focused().getAttribute("id")).isEqualTo("summary");
    tabTo("login");
    assertThat(focused().getAttribute("value")).isEqualTo(login);
    focused().sendKeys(Keys.TAB);
    assertThat(focused().getAttribute("value")).isEmpty();
    focused().sendKeys(PASSWORD, Keys.TAB);
    focused().sendKeys(Keys.SPACE);
    assertThat(ann.find("#password").getAttribute("type")).isEqualTo("text");
    assertThat(focused().getAttribute("aria-pressed")).isEqualTo("true");
    focused().sendKeys(Keys.TAB);
    focused().sendKeys(Keys.SPACE, Keys.TAB);
    focused().sendKeys(Keys.ENTER);
    ann.await(FLASH, "已登录").await("header", "小安");
    assertNoComplaint();
  }

  private WebElement tabTo(String id) {
    while (!id.equals(focused().getAttribute("id"))) {
      focused().sendKeys(Keys.TAB);
    }
    return focused();
  }

  @Test
  void faults_are_listed_and_lead_to_their_fields() {
    ann.go(at("/account/sign-up/"));
    type(ann, "login", "a b");
    type(ann, "password", "short");
    ann.find("main [type=submit]").click();
    ann.await("[role=alert]", "请改正");
    assertThat(focused().getAttribute("id")).isEqualTo("summary");
    assertThat(ann.texts("[role=alert] a")).contains("名字");
    ann.driver().findElements(By.cssSelector("[role=alert] a")).get(0).click();
    assertThat(focused().getTagName()).isEqualTo("input");
    assertThat(ann.find("#login").getAttribute("value")).isEqualTo("a b");
    assertThat(ann.find("#password").getAttribute("value")).isEmpty();
    assertThat(ann.barriers()).isEmpty();
  }

  @Test
  void what_people_type_never_becomes_markup() {
    String evil = "\"><img src=x onerror=alert(1)>'&";
    ann.go(at("/account/sign-in/?next=/index/%3Fgroup_id%3D%2522%253E%253Cimg%253E"));
    type(ann, "login", evil);
    type(ann, "password", evil);
    ann.find("main [type=submit]").click();
    ann.await("[role=alert]", "不对");
    assertThat(ann.find("#login").getAttribute("value")).isEqualTo(evil);
    signUp(evil);
    for (String page : List.of("/", "/account/", "/index/?group_id=x", "/nope/", "/examples/")) {
      ann.go(at(page));
      assertThat(ann.texts("img, [onerror]")).isEmpty();
      assertThat(ann.driver().getPageSource()).contains("onerror");
    }
    ann.go(at("/account/"));
    assertThat(ann.texts("header .who .name")).anyMatch(evil::equals);
    type(ann, "name", evil + "長".repeat(33));
    ann.find("form[action$='/name/'] button").click();
    ann.await("[role=alert]", "请改正 1 处");
    assertThat(ann.find("#name").getAttribute("value")).startsWith(evil);
    assertNoComplaint();
  }

  @Test
  void one_signs_out_on_another_device() {
    signUp("小安");
    try (Window ben = Window.open()) {
      signIn(ben);
      ann.go(at("/account/"));
      assertThat(ann.texts(".sessions li")).hasSize(2);
      assertThat(ann.texts(".sessions .tag")).containsExactly("这台设备");
      ann.find(".sessions form button").click();
      ann.await(FLASH, "已在那里退出");
      assertThat(ann.texts(".sessions li")).hasSize(1);
      ben.go(at("/account/")).await("h1", "登录 Fan-Web");
    }
    assertNoComplaint();
  }

  private void makeToken(String label) {
    ann.go(at("/account/"));
    type(ann, "label", label);
    focused().sendKeys(Keys.TAB, Keys.SPACE);
    ann.find("form[action$='/tokens/'] button").sendKeys(Keys.ENTER);
    ann.await("#made", "只显示这一次");
  }

  @Test
  void a_token_is_made_and_revoked_by_the_keyboard() {
    signUp("小安");
    String evil = "<img src=x onerror=1>";
    makeToken(evil);
    assertThat(focused().getAttribute("id")).isEqualTo("made");
    assertThat(ann.find("#made").getText()).contains(evil);
    assertThat(ann.find("#secret-text").getText()).startsWith("k_");
    assertThat(ann.find("[data-copy]").isDisplayed()).isTrue();
    assertThat(ann.barriers()).isEmpty();
    ann.go(at("/account/"));
    assertThat(ann.texts("#secret-text")).isEmpty();
    assertThat(ann.texts(".tokens b")).containsExactly(evil);
    ann.find(".sure summary").sendKeys(Keys.ENTER);
    assertThat(ann.barriers()).isEmpty();
    focused().sendKeys(Keys.TAB);
    focused().sendKeys(Keys.ENTER);
    ann.await(FLASH, "令牌已收回");
    assertThat(ann.texts(".tokens li")).isEmpty();
    assertNoComplaint();
  }

  @ParameterizedTest
  @CsvSource({
    "zh, light, 1280",
    "zh, dark, 390",
    "en, dark, 1280",
    "en, light, 390",
    "en, dark, 320"
  })
  void whoever_signed_in_meets_no_barrier(String language, String theme, int width) {
    signUp("W".repeat(32));
    makeToken("W".repeat(32));
    ann.size(width, 844).cookie("theme", theme);
    for (String page : List.of("/account/", "/", "/index/?group_id=axe", "/nope/")) {
      String address = Site.base() + page + (page.contains("?") ? "&" : "?") + "lang=" + language;
      ann.go(address);
      assertThat(ann.find("html").getAttribute("data-theme")).isEqualTo(theme);
      assertThat(ann.barriers()).as(page).isEmpty();
      assertThat(ann.scrollsSideways()).as(page).isFalse();
    }
    assertNoComplaint();
  }
}
