package fanweb.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.system.BreakableLine;
import fanweb.system.SharedServer;
import fanweb.system.Site;
import fanweb.system.Wars;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WindowType;

/** A page whose line breaks: nothing is lost, nothing is shown twice, and the order stays. */
@ExtendWith(NeedsBrowser.class)
@SharedServer
class ResumeIT {
  private static final String STATE = "[data-state-text]";
  private static final String BUBBLES = ".msg .bubble";

  private final String group = UUID.randomUUID().toString();
  private BreakableLine line;
  private Window ann;
  private Window ben;

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.packaged();
  }

  @BeforeEach
  void sit_down() throws IOException {
    line = new BreakableLine(Site.port());
    ann = Window.open();
    ben = Window.open();
  }

  @AfterEach
  void leave() throws IOException {
    ben.close();
    ann.close();
    line.close();
  }

  private String room(String base) {
    return base + "/index/?lang=zh&group_id=" + group;
  }

  private void enter() {
    ann.go(room(line.base())).await(STATE, "连接成功").await("[data-here]", "1 人在线");
    ben.go(room(Site.base())).await(STATE, "连接成功").await("[data-here]", "2 人在线");
  }

  @Test
  void a_first_visit_shows_the_latest_messages() throws Exception {
    try (Member carl = new Member(Site.port(), group, "Carl")) {
      for (int i = 1; i <= 60; i++) {
        carl.say("message " + i);
      }
      String[] latest =
          IntStream.rangeClosed(11, 60).mapToObj(i -> "message " + i).toArray(String[]::new);
      ann.go(room(Site.base())).awaitAll(BUBBLES, latest);
      carl.say("and one more");
      ann.await(BUBBLES, "and one more");
      assertThat(ann.texts(BUBBLES)).hasSize(51).last().isEqualTo("and one more");
      assertThat(ann.texts(".event")).isEmpty();
      assertThat(ann.complaints()).isEmpty();
    }
  }

  @Test
  void what_was_missed_and_what_was_said_meanwhile_come_once_and_in_one_order() {
    enter();
    ann.say("together");
    ben.awaitAll(BUBBLES, "together");
    line.cut();
    ann.await(STATE, "正在重新连接").await(".banner", "错过的消息会自动补上");
    ann.say("from offline 1");
    ann.say("from offline 2");
    ann.await(".msg.is-sending .meta", "连上后发送");
    assertThat(ann.barriers()).isEmpty();
    ben.say("missed 1");
    ben.say("missed 2");
    ben.awaitNone(".is-sending");
    line.mend();
    String[] all = {"together", "missed 1", "missed 2", "from offline 1", "from offline 2"};
    ann.await(STATE, "连接成功").awaitNone(".banner").awaitNone(".is-sending").awaitAll(BUBBLES, all);
    ben.awaitAll(BUBBLES, all);
    ann.await("[data-announce]", "2 条新消息");
    assertThat(ann.texts(".msg.is-own")).hasSize(3);
  }

  @Test
  void a_message_whose_answer_was_lost_is_not_said_twice() {
    enter();
    line.deafen();
    ann.say("heard by others");
    ann.say("still to come");
    ben.awaitAll(BUBBLES, "heard by others");
    ann.await(".msg.is-sending .meta", "发送中");
    line.cut();
    ann.await(STATE, "正在重新连接");
    ben.say("between");
    line.mend();
    String[] all = {"heard by others", "between", "still to come"};
    ann.awaitLine().awaitNone(".is-sending").awaitAll(BUBBLES, all);
    ben.awaitAll(BUBBLES, all);
  }

  @Test
  void a_page_that_is_loaded_anew_is_the_same_author_and_sends_what_was_left() {
    enter();
    line.deafen();
    ann.say("heard by others");
    ann.say("still to come");
    ben.awaitAll(BUBBLES, "heard by others");
    line.cut();
    line.mend();
    ann.go(room(line.base())).awaitNone(".is-sending");
    ann.awaitAll(".msg.is-own .bubble", "heard by others", "still to come");
    ben.awaitAll(BUBBLES, "heard by others", "still to come");
  }

  @Test
  void two_tabs_are_one_author_and_see_the_same() {
    enter();
    String first = ann.driver().getWindowHandle();
    ann.say("from the first tab");
    ann.awaitNone(".is-sending").driver().switchTo().newWindow(WindowType.TAB);
    ann.go(room(line.base())).awaitAll(".msg.is-own .bubble", "from the first tab");
    ann.say("from the second tab");
    String[] all = {"from the first tab", "from the second tab"};
    ann.awaitNone(".is-sending").awaitAll(".msg.is-own .bubble", all);
    ben.awaitAll(BUBBLES, all).await("[data-here]", "2 人在线");
    ann.driver().switchTo().window(first);
    ann.awaitAll(".msg.is-own .bubble", all);
  }

  @Test
  void a_line_that_says_nothing_any_more_is_given_up() {
    enter();
    line.deafen();
    ben.say("unheard");
    // Whatever makes the page look at its line; else it would take 35 seconds.
    ann.driver().executeScript("dispatchEvent(new Event('online'))");
    ann.await(STATE, "正在重新连接");
    line.cut();
    line.mend();
    ann.awaitLine().awaitAll(BUBBLES, "unheard");
  }

  @Test
  void a_page_that_one_goes_back_to_has_what_was_said_meanwhile() {
    enter();
    ann.say("before");
    ann.awaitNone(".is-sending").go(line.base() + "/");
    ben.say("meanwhile");
    ben.awaitNone(".is-sending");
    ann.driver().navigate().back();
    ann.await(STATE, "连接成功").awaitAll(BUBBLES, "before", "meanwhile");
  }
}
