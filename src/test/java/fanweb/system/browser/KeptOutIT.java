package fanweb.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.system.BreakableLine;
import fanweb.system.JsonClient;
import fanweb.system.Metrics;
import fanweb.system.SharedServer;
import fanweb.system.Site;
import fanweb.system.Wars;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WindowType;

/** A page whose person may not write, may not come in, or cannot keep up says so in words. */
@ExtendWith(NeedsBrowser.class)
@SharedServer
class KeptOutIT {
  private static final String TOKEN = "only-for-tests-0123456789abcdef0123456789";
  private static final String STATE = "[data-state-text]";
  private static final String NOTE = "[data-note]";
  private static final String BUBBLES = ".msg .bubble";
  private static final int MOST_CONNECTIONS = 20;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Texts so long that a group keeps 40 of them in memory, and the line not many more. */
  private static final String FILLER = "x".repeat(50_000);

  private static final int MORE_THAN_MEMORY = 56;
  private static final int AT_ONCE = 8;

  /** Longer than the page's first pauses, after which it would have come back. */
  private static final Duration WHILE = Duration.ofSeconds(5);

  /** Notes the page's sockets and the types of what they hear. */
  private static final String SOCKETS =
      """
      window.sockets = [];
      window.heard = [];
      window.WebSocket = class extends WebSocket {
        constructor(...address) {
          super(...address);
          sockets.push(this);
          this.addEventListener('message', ({ data }) =>
            heard.push(...data.split('\\n').map((line) => JSON.parse(line).type)));
        }
      };
      """;

  /** Opens more lines of the same author, and answers when all are in. */
  private static final String MORE_LINES =
      """
      const [count, done] = arguments;
      const token = localStorage.getItem('fanweb.token');
      const address = sockets[0].url;
      const one = () => new Promise((resolve) => {
        const socket = new WebSocket(address, 'fanweb.v1');
        socket.onopen = () => socket.send(JSON.stringify({ type: 'join', id: 1, token }));
        socket.onmessage = ({ data }) => data.includes('"id":1') && resolve(JSON.parse(data.split('\\n')[0]).type);
      });
      Promise.all(Array.from({ length: count }, one)).then(done);
      """;

  private final String group = UUID.randomUUID().toString();
  private Window ann;
  private JsonClient carl;

  @SuppressWarnings("NullAway.Init") // because JUnit calls sit_down first
  KeptOutIT() {}

  @Deployment(testable = false)
  static WebArchive war() {
    WebArchive open = Wars.with(Wars.packaged(), "fanweb.api.token", TOKEN);
    Wars.with(open, "fanweb.http.trusted-proxies", "127.0.0.1");
    Wars.with(open, "fanweb.chat.connections-per-address", "1");
    return Wars.with(open, "fanweb.chat.rate-per-second", "0");
  }

  @BeforeEach
  void sit_down() {
    carl = JsonClient.connect("/ws/" + group + "/");
    carl.join();
    ann = Window.open().size(1280, 800).prepare(SOCKETS);
  }

  @AfterEach
  void leave() {
    ann.close();
    carl.close();
  }

  private static String room(String base, String group) {
    return base + "/index/?lang=zh&group_id=" + group;
  }

  /** Has Ann come in and say something; the id of her author. */
  private String enter() {
    ann.go(room(Site.base(), group)).await(STATE, "连接成功");
    ann.say("hello");
    ann.awaitNone(".is-sending");
    return carl.awaitType("message").getString("author");
  }

  private void restrict(String author, String json) {
    HttpResponse<String> answer =
        Site.sendText(
            "PUT",
            "/api/groups/" + group + "/restrictions/" + author,
            json,
            "Authorization",
            "Bearer " + TOKEN,
            "Content-Type",
            "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private void lift(String author) {
    HttpResponse<String> answer =
        Site.send(
            "DELETE",
            "/api/groups/" + group + "/restrictions/" + author,
            "Authorization",
            "Bearer " + TOKEN);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void who_comes_from_a_crowded_network_reads_so_and_comes_in_when_there_is_room()
      throws Exception {
    String address = "198.51.100.9";
    try (BreakableLine line = new BreakableLine(Site.port());
        JsonClient other =
            JsonClient.connect("/ws/" + group + "/", Map.of("X-Forwarded-For", address))) {
      other.join();
      line.comeFrom(address);

      ann.go(room(line.base(), group)).await("[data-banner]", "你所在的网络连接数太多");
      assertThat(ann.barriers()).isEmpty();

      other.close();
      ann.await(STATE, "连接成功").awaitNone("[data-banner] .banner");
    }
  }

  @Test
  void who_is_muted_is_told_so_reads_on_and_may_write_again_when_it_is_lifted() {
    String author = enter();
    restrict(author, "{\"kind\":\"mute\"}");
    ann.await(".event", "你被禁言").await(NOTE, "你现在不能在这里发言");
    assertThat(ann.barriers()).isEmpty();
    ann.say("unheard");
    ann.await(".msg.is-failed .after", "未发送：你被禁言了");
    carl.publish("heard");
    ann.await(BUBBLES, "heard").await(STATE, "连接成功");
    ann.driver().navigate().refresh();
    ann.await(NOTE, "你现在不能在这里发言").await(".msg.is-failed .after", "未发送：你被禁言了");

    lift(author);

    ann.await(".event", "你不再受限制").awaitAll(NOTE, "");
    ann.find(".msg.is-failed .link-btn").click();
    ann.awaitNone(".is-failed")
        .awaitNone(".is-sending")
        .awaitAll(BUBBLES, "hello", "heard", "unheard");
  }

  @Test
  void who_is_muted_for_a_while_is_told_when_it_is_over() {
    String author = enter();
    Instant until = Instant.now().plusSeconds(10).truncatedTo(ChronoUnit.MILLIS);
    restrict(author, "{\"kind\":\"mute\",\"until\":\"" + until + "\"}");
    ann.await(NOTE, "你现在不能在这里发言");

    ann.awaitAll(NOTE, "");

    assertThat(Instant.now()).isAfterOrEqualTo(until);
    ann.say("again");
    ann.awaitNone(".is-sending").awaitAll(BUBBLES, "hello", "again");
  }

  @Test
  void who_is_banned_is_shown_out_with_words_and_does_not_knock_again() {
    String author = enter();
    restrict(author, "{\"kind\":\"ban\"}");
    ann.await(STATE, "连接关闭").await(".banner", "你被禁止进入这个群组");
    assertThat(ann.find("[data-send]").isEnabled()).isFalse();
    assertThat(ann.barriers()).isEmpty();
    awaitNoNewSocket();

    ann.driver().navigate().refresh();
    ann.await(STATE, "连接关闭").await(".banner", "你被禁止进入这个群组");
    assertThat(ann.find("[data-send]").isEnabled()).isFalse();
    assertThat(ann.texts(BUBBLES)).isEmpty();
    awaitNoNewSocket();

    lift(author);
    ann.find(".banner button").click();
    ann.await(STATE, "连接成功").awaitNone(".banner").await(BUBBLES, "hello");
    ann.say("back");
    ann.awaitNone(".is-sending").await(BUBBLES, "back");
  }

  @Test
  void who_is_not_signed_in_is_shown_where_to_when_a_group_closes() {
    enter();
    configure("{\"read\":\"users\"}");
    ann.await(STATE, "连接关闭").await(".banner", "这个群组不对你开放");
    assertThat(ann.find(".banner a").getText()).isEqualTo("登录");
    assertThat(ann.find(".banner a").getDomAttribute("href"))
        .isEqualTo("/account/sign-in/?next=%2Findex%2F%3Fgroup_id%3D" + group);
    assertThat(ann.barriers()).isEmpty();
    awaitNoNewSocket();

    configure("{\"read\":\"everyone\"}");
    ann.find(".banner button").click();
    ann.await(STATE, "连接成功").awaitNone(".banner").await(BUBBLES, "hello");
  }

  private void configure(String json) {
    HttpResponse<String> answer =
        Site.sendText(
            "PATCH",
            "/api/groups/" + group + "/settings",
            json,
            "Authorization",
            "Bearer " + TOKEN,
            "Content-Type",
            "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** How many lines the page has opened. */
  private long sockets() {
    Object opened = ann.driver().executeScript("return sockets.length");
    return (Long) Objects.requireNonNull(opened);
  }

  /** Not even when the browser says that there is a network, and somebody looks. */
  private void awaitNoNewSocket() {
    long before = sockets();
    ann.driver().executeScript("dispatchEvent(new Event('online'))");
    ann.driver().executeScript("document.dispatchEvent(new Event('visibilitychange'))");
    await()
        .during(WHILE)
        .atMost(WHILE.multipliedBy(2))
        .pollInSameThread()
        .until(() -> sockets() == before);
  }

  @Test
  void who_has_too_many_pages_open_is_told_so_and_comes_in_when_some_are_closed() {
    enter();
    String first = ann.driver().getWindowHandle();
    assertThat(ann.driver().executeAsyncScript(MORE_LINES, MOST_CONNECTIONS - 1))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(MOST_CONNECTIONS - 1)
        .containsOnly("welcome");
    ann.driver().switchTo().newWindow(WindowType.TAB);
    String last = ann.driver().getWindowHandle();
    ann.prepare(SOCKETS).go(room(Site.base(), group));

    ann.await(STATE, "连接关闭").await(".banner", "你打开的连接太多了。关掉几个页面再连。");
    assertThat(ann.barriers()).isEmpty();
    awaitNoNewSocket();

    ann.driver().switchTo().window(first);
    ann.driver().executeScript("sockets.slice(1).forEach((one) => one.close())");
    ann.driver().switchTo().window(last);
    await().atMost(PATIENCE).until(() -> Metrics.connections("") == 2);
    ann.find(".banner button").click();
    ann.await(STATE, "连接成功").awaitNone(".banner").await(BUBBLES, "hello");
  }

  @Test
  void a_page_that_cannot_keep_up_is_told_to_reset_and_has_all_in_the_end() throws IOException {
    try (BreakableLine line = new BreakableLine(Site.port())) {
      ann.go(room(line.base(), group)).await(STATE, "连接成功");
      long stuck = Metrics.ended("", "stuck");

      line.stall(true);
      sayMoreThanIsInMemory();
      line.stall(false);

      awaitShown(numbers(MORE_THAN_MEMORY));
      // On a machine so busy that this took ten seconds the line was cut first.
      if (Metrics.ended("", "stuck") == stuck) {
        assertThat(ann.driver().executeScript("return heard.includes('reset')")).isEqualTo(true);
        assertThat(sockets()).isEqualTo(1);
      }
      assertThat(ann.texts(".event")).isEmpty();
      carl.publish("live again");
      ann.say("and heard");
      List<String> all = new ArrayList<>(numbers(MORE_THAN_MEMORY));
      all.addAll(List.of("live", "and"));
      awaitShown(all);
    }
  }

  private void sayMoreThanIsInMemory() {
    for (int first = 1; first < MORE_THAN_MEMORY; first += AT_ONCE) {
      carl.send(publications(first, first + AT_ONCE - 1));
    }
    assertThat(carl.reply("" + MORE_THAN_MEMORY).getString("type")).isEqualTo("ack");
  }

  /** The first words of all messages that the page shows: they are too long to ask for whole. */
  private void awaitShown(List<String> words) {
    String script =
        "return [...document.querySelectorAll('.msg .bubble p')]"
            + ".map((one) => one.textContent.split(' ')[0])";
    await()
        .atMost(PATIENCE)
        .pollInSameThread()
        .untilAsserted(() -> assertThat(ann.driver().executeScript(script)).isEqualTo(words));
  }

  private static List<String> numbers(int last) {
    return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList();
  }

  private static String publications(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(
            i -> "{\"type\":\"publish\",\"id\":\"%d\",\"text\":\"%d %s\"}".formatted(i, i, FILLER))
        .collect(Collectors.joining("\n"));
  }
}
