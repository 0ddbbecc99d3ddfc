package fanweb.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.system.SharedServer;
import fanweb.system.Site;
import fanweb.system.Wars;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

@ExtendWith(NeedsBrowser.class)
@SharedServer
class RoomIT {
  private static final String STATE = "[data-state-text]";

  /** Lets a test get at the page's sockets. */
  private static final String SOCKETS =
      """
      window.sockets = [];
      window.WebSocket = class extends WebSocket {
        constructor(...address) {
          super(...address);
          sockets.push(this);
        }
      };
      """;

  /** Makes one message longer on its way, for the page lets nobody type that much. */
  private static final String TOO_LONG =
      """
      window.WebSocket = class extends WebSocket {
        send(frame) {
          super.send(frame.replace('LONG', 'x'.repeat(70_000)));
        }
      };
      """;

  /** Notes for each bubble that is put in whether it would be read out. */
  private static final String READ_OUT =
      """
      window.readOut = [];
      const live = (one) => one.closest('[aria-live]').getAttribute('aria-live');
      new MutationObserver((changes) => {
        const added = changes.flatMap((change) => [...change.addedNodes]);
        const bubbles = added.filter((one) => one.matches?.('.msg'));
        readOut.push(...bubbles.map(live));
      }).observe(document, { childList: true, subtree: true });
      """;

  private final String group = UUID.randomUUID().toString();
  private Window ann;

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.packaged();
  }

  @BeforeEach
  void sit_down() {
    ann = Window.open().size(1280, 800);
  }

  @AfterEach
  void leave() {
    ann.close();
  }

  private String room() {
    return Site.base() + "/index/?lang=zh&group_id=" + group;
  }

  @Test
  void two_windows_hear_each_other_at_once() {
    try (Window ben = Window.open()) {
      ann.go(room()).await(STATE, "连接成功");
      ben.go(room()).await(STATE, "连接成功");
      ann.say("你好，世界 🪭👩‍👩‍👧");
      ben.await(".msg:not(.is-own) .bubble", "你好，世界 🪭👩‍👩‍👧");
      ann.awaitNone(".is-sending").await(".msg.is-own .bubble", "你好，世界 🪭👩‍👩‍👧");
      ben.say("收到\n第二行");
      ann.await(".msg:not(.is-own) .bubble", "收到\n第二行");
      assertThat(ann.texts(".msg")).hasSize(2);
      assertThat(ann.complaints()).isEmpty();
    }
  }

  @Test
  void what_people_type_never_becomes_markup() {
    String evil = "<img src=x onerror=alert(1)><script>alert(2)</script>&amp;\"'";
    try (Window ben = Window.open()) {
      ann.go(room()).await(STATE, "连接成功");
      ben.go(room()).await(STATE, "连接成功");
      ann.say(evil);
      ben.await(".msg:not(.is-own) .bubble p", evil);
      assertThat(ben.texts(".bubble img, .bubble script")).isEmpty();
      String name = URLEncoder.encode("\"><svg onload=alert(3)>", StandardCharsets.UTF_8);
      ben.go(Site.base() + "/index/?group_id=" + name);
      assertThat(ben.find("#group").getAttribute("value")).isEqualTo("\"><svg onload=alert(3)>");
      assertThat(ben.texts("svg[onload]")).isEmpty();
    }
  }

  @Test
  void whoever_closes_the_line_is_told_and_can_come_back() {
    ann.go(room()).await(STATE, "连接成功");
    ann.find("[data-close]").click();
    ann.await(STATE, "连接关闭").await(".banner", "你关闭了连接");
    assertThat(ann.find("[data-send]").isEnabled()).isFalse();
    ann.find("[data-close]").click();
    ann.await(STATE, "连接成功").awaitNone(".banner");
    // An order to the server in plain text, a word like any other here.
    ann.say("关闭");
    ann.await(".msg.is-own .bubble", "关闭").awaitNone(".is-sending").await(STATE, "连接成功");
  }

  static Stream<Arguments> offences() {
    return Stream.of(
        Arguments.of("new Uint8Array(1)", "服务器只接受文字"),
        Arguments.of("'{\"type\":\"read\",\"offset\":0}\\n'.repeat(500)", "你发得太快"));
  }

  @ParameterizedTest
  @MethodSource("offences")
  void a_line_that_the_server_refuses_says_why_and_waits_for_a_person(String frame, String why) {
    ann.prepare(SOCKETS).go(room()).await(STATE, "连接成功");
    ann.driver().executeScript("sockets.at(-1).send(" + frame + ")");
    ann.await(STATE, "连接关闭").await(".banner", why);
    assertThat(ann.find("[data-send]").isEnabled()).isFalse();
    ann.find(".banner button").click();
    ann.await(STATE, "连接成功").awaitNone(".banner");
  }

  @Test
  void everybody_has_a_name_or_is_a_guest() throws Exception {
    String evil = "<img src=x onerror=alert(1)>";
    try (Window ben = Window.open();
        Member carl = new Member(Site.port(), group, evil)) {
      ann.go(room()).await(STATE, "连接成功");
      ben.go(room()).await("[data-here]", "3 人在线");
      ann.say("one");
      ben.await(".msg .by", "访客 ");
      ann.find(".me").click();
      ann.find("#name").sendKeys("王小明", Keys.ENTER);
      ann.await("[data-me-name]", "王小明");
      ann.say("two");
      ben.await(".msg .by", "王小明").await(".msg .avatar", "明");
      ann.go(room()).await("[data-me-name]", "王小明");
      carl.say("three");
      ben.await(".msg .by", evil);
      assertThat(ben.texts(".by img")).isEmpty();
      assertThat(ben.barriers()).isEmpty();
    }
  }

  @Test
  void whose_names_look_alike_are_told_apart_and_nobody_else() throws Exception {
    String cyrillic = "\u0410nna";
    try (Member one = new Member(Site.port(), group, "Anna");
        Member carl = new Member(Site.port(), group, "Carl")) {
      ann.go(room()).await(STATE, "连接成功");
      one.say("one");
      carl.say("two");
      ann.awaitAll(".bubble", "one", "two");
      assertThat(ann.texts(".by")).containsExactly("Anna", "Carl");
      try (Member other = new Member(Site.port(), group, cyrillic)) {
        other.say("three");
        ann.awaitAll(".bubble", "one", "two", "three").await(".is-shared .tag", "#");
        assertThat(ann.texts(".by").get(0)).matches("(?s)Anna\\s+#.{4}");
        assertThat(ann.texts(".by").get(1)).isEqualTo("Carl");
        assertThat(ann.texts(".by").get(2)).matches("(?s)" + cyrillic + "\\s+#.{4}");
        assertThat(ann.barriers()).isEmpty();
      }
    }
  }

  @Test
  void who_is_writing_is_shown_to_the_others() {
    try (Window ben = Window.open()) {
      ann.go(room()).await(STATE, "连接成功");
      ben.go(room()).await(STATE, "连接成功");
      ann.find("#text").sendKeys("hm");
      ben.await("[data-typing]", "正在输入");
      ann.find("#text").sendKeys(Keys.ENTER);
      ben.awaitNone("[data-typing]:not([hidden])");
      assertThat(ann.texts("[data-typing]:not([hidden])")).isEmpty();
    }
  }

  @Test
  void what_was_changed_or_deleted_is_shown_so_now_and_to_those_who_come_later() throws Exception {
    try (Member carl = new Member(Site.port(), group, "Carl");
        Window ben = Window.open()) {
      ann.go(room()).await(STATE, "连接成功");
      long first = carl.say("a first try");
      long second = carl.say("a secret");
      ann.awaitAll(".bubble", "a first try", "a secret");
      carl.edit(first, "a second try");
      carl.delete(second);
      ann.awaitAll(".bubble", "a second try", "此消息已撤回").await(".meta", "已编辑");
      ben.go(room()).awaitAll(".bubble", "a second try", "此消息已撤回").await(".meta", "已编辑");
      assertThat(ben.driver().getPageSource()).doesNotContain("a secret", "a first try");
      assertThat(ann.barriers()).isEmpty();
    }
  }

  @Test
  void history_is_not_read_out_and_takes_no_focus_but_what_is_new_is_read() throws Exception {
    try (Member carl = new Member(Site.port(), group, "Carl")) {
      carl.say("old");
      ann.prepare(READ_OUT)
          .go(room())
          .awaitAll(".bubble", "old")
          .await("#log[aria-busy=false]", "");
      ann.find(".me").sendKeys("");
      carl.say("new");
      ann.awaitAll(".bubble", "old", "new");
      assertThat(ann.driver().executeScript("return readOut")).isEqualTo(List.of("off", "polite"));
      assertThat(focused().getAttribute("class")).contains("me");
    }
  }

  @Test
  void a_message_that_is_too_long_is_kept_and_not_sent() {
    ann.go(room()).await(STATE, "连接成功");
    ann.say("字".repeat(30_000));
    ann.await("#text-error", "最多 65536 字节");
    assertThat(ann.find("#text").getAttribute("value")).hasSize(30_000);
    assertThat(ann.texts(".msg")).isEmpty();
  }

  @Test
  void a_message_that_the_server_will_not_have_says_why_and_holds_nothing_up() {
    ann.prepare(TOO_LONG).go(room()).await(STATE, "连接成功");
    ann.say("LONG");
    ann.say("short");
    ann.await(".msg.is-failed .after", "未发送：太长了").await(".msg.is-own .bubble", "short");
    ann.awaitNone(".is-sending");
    ann.driver().navigate().refresh();
    ann.await(".msg.is-failed .after", "未发送：太长了").await(".msg .bubble", "short");
    assertThat(ann.barriers()).isEmpty();
    ann.find(".msg.is-failed .link-btn").click();
    ann.awaitNone(".is-sending").await(".msg.is-failed .after", "未发送：太长了");
    ann.find(".msg.is-failed .link-btn.is-danger").click();
    ann.awaitAll(".msg .bubble", "short");
    assertThat(focused().getAttribute("id")).isEqualTo("text");
  }

  @Test
  void the_keyboard_is_enough() {
    ann.go(room()).await(STATE, "连接成功");
    ann.find("#text").sendKeys("one", Keys.chord(Keys.SHIFT, Keys.ENTER), "two", Keys.ENTER);
    ann.await(".msg.is-own .bubble", "one\ntwo");
    ann.say("three");
    ann.await(".msg.is-own .bubble", "three").awaitNone(".is-sending");
    ann.find("#log").sendKeys(Keys.ARROW_UP);
    assertThat(focused().getText()).contains("three");
    focused().sendKeys(Keys.ARROW_UP);
    assertThat(focused().getText()).contains("one");
    focused().sendKeys(Keys.ESCAPE);
    assertThat(focused().getAttribute("id")).isEqualTo("text");
  }

  private WebElement focused() {
    return ann.driver().switchTo().activeElement();
  }
}
