package fanweb.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.system.Site;
import fanweb.system.Wars;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

@ExtendWith(NeedsBrowser.class)
@ArquillianTest
@RunAsClient
class RoomIT {
  private static final String STATE = "[data-state-text]";

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
      ben.await(".msg.is-plain .bubble", "你好，世界 🪭👩‍👩‍👧");
      ann.awaitNone(".is-sending").await(".msg.is-own .bubble", "你好，世界 🪭👩‍👩‍👧");
      ben.say("收到\n第二行");
      ann.await(".msg.is-plain .bubble", "收到\n第二行");
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
      ben.await(".msg.is-plain .bubble p", evil);
      assertThat(ben.texts(".bubble img, .bubble script")).isEmpty();
      String name = URLEncoder.encode("\"><svg onload=alert(3)>", StandardCharsets.UTF_8);
      ben.go(Site.base() + "/index/?group_id=" + name);
      assertThat(ben.find("#group").getAttribute("value")).isEqualTo("\"><svg onload=alert(3)>");
      assertThat(ben.texts("svg[onload]")).isEmpty();
    }
  }

  @Test
  void a_broken_line_is_shown_and_comes_back_and_what_waited_is_sent() throws IOException {
    try (BreakableLine line = new BreakableLine(Site.port());
        Window ben = Window.open()) {
      ben.go(room()).await(STATE, "连接成功");
      ann.go(line.base() + "/index/?lang=zh&group_id=" + group).await(STATE, "连接成功");
      line.cut();
      ann.await(STATE, "正在重新连接").await(".banner", "连接断开");
      ann.say("我还在");
      ann.await(".msg.is-sending .meta", "连上后发送");
      line.mend();
      ann.await(STATE, "连接成功").awaitNone(".banner").awaitNone(".is-sending");
      ben.await(".msg.is-plain .bubble", "我还在");
      assertThat(ann.texts(".msg")).hasSize(1);
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
    ann.say("关闭");
    ann.await(STATE, "连接关闭").await(".banner", "服务器关闭了连接").awaitNone(".is-sending");
    assertThat(ann.texts(".is-failed")).isEmpty();
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
