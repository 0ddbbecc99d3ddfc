package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.account.GuestToken;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made to look like somebody's: cookies, tokens, fields of forms, ways back. */
@SharedServer
class ForgeryIT {
  private static final String SESSION = "fanweb_session";
  private static final String OWN = "127.0.0.1:" + Site.port();

  /** What a form has no field for, and what would be worth something. */
  private static final String[] MORE = {
    "id", "1", "userId", "1", "roles", "administrator", "role", "administrator",
    "permissions", "*", "active", "true", "is_admin", "true", "author", "u_999999999",
    "passwordHash", "$argon2id$x", "password_hash", "$argon2id$x", "remember", ""
  };

  private final Browsing ann = new Browsing();
  private final String login = Browsing.newLogin();

  @Deployment(testable = false)
  static WebArchive war() {
    // Passwords are hashed by the hundred here.
    return Wars.with(Browsing.war(), "fanweb.account.password-memory-kib", "7168");
  }

  @BeforeEach
  void ann_is_there() {
    ann.signUp(login, "Ann");
  }

  private String cookie() {
    return SESSION + "=" + ann.cookie(SESSION);
  }

  private static HttpResponse<String> accountOf(String cookie) {
    return Site.get("/account/", "Cookie", cookie, "Accept", "text/html");
  }

  @Test
  void a_session_that_was_planted_is_not_the_one_that_somebody_signs_in_with() {
    for (String planted : List.of("s_" + "x".repeat(43), "x")) {
      Browsing ben = new Browsing();
      ben.plant(SESSION, planted);
      ben.signUp(Browsing.newLogin(), "Ben");
      assertThat(ben.cookie(SESSION)).startsWith("s_").isNotEqualTo(planted);
      assertThat(ben.get("/account/").body()).contains("Ben");
      assertThat(accountOf(SESSION + "=" + planted).statusCode()).isEqualTo(303);
    }
  }

  @Test
  void a_session_of_another_that_was_planted_ends_when_somebody_signs_in() {
    String annas = ann.cookie(SESSION);
    String bens = Browsing.newLogin();
    new Browsing().signUp(bens, "Ben");
    Browsing ben = new Browsing();
    ben.plant(SESSION, annas);
    ben.get("/account/");
    ben.post("/account/sign-in/", "login", bens, "password", Browsing.PASSWORD);

    assertThat(ben.cookie(SESSION)).startsWith("s_").isNotEqualTo(annas);
    assertThat(ben.get("/account/").body()).contains("Ben", bens);
    assertThat(accountOf(SESSION + "=" + annas).statusCode()).isEqualTo(303);
  }

  @Test
  void the_cookie_of_a_session_is_worth_nothing_after_it() {
    String kept = cookie();
    assertThat(accountOf(kept).statusCode()).isEqualTo(200);
    ann.get("/account/");
    ann.post("/account/sign-out/");

    HttpResponse<String> replayed = accountOf(kept);
    assertThat(replayed.statusCode()).isEqualTo(303);
    assertThat(replayed.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.matches(SESSION + "=(\"\")?;.*"));
    try (JsonClient guest = JsonClient.connect("/ws/forgery/", Map.of("Cookie", kept))) {
      assertThat(guest.join().getString("author")).startsWith("g_");
    }
  }

  @Test
  void nobody_resumes_as_the_guest_that_another_was() {
    GuestToken was = GuestToken.draw(new SecureRandom());
    Browsing ben = new Browsing();
    ben.plant(GuestToken.COOKIE, was.value());
    ben.signUp(Browsing.newLogin(), "Ben");
    String resume = "\"type\":\"join\",\"token\":\"" + was.value() + "\"";

    try (JsonClient hers = JsonClient.connect("/ws/forgery/", Map.of("Cookie", cookie()));
        JsonClient stranger = JsonClient.connect("/ws/forgery/")) {
      for (JsonClient one : List.of(hers, stranger)) {
        JsonObject answer = one.ask(resume);
        assertThat(answer.getString("author", "")).isNotEqualTo(was.authorId());
      }
      assertThat(hers.join().getString("author")).startsWith("u_");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://{own}, 101",
    "HTTP://{own}, 101",
    "'', 101",
    "https://evil.example, 403",
    "null, 403",
    "http://{own}.evil.example, 403",
    "http://evil{own}, 403",
    "http://127.0.0.1, 403",
    "http://127.0.0.1:1, 403",
    "https://{own}, 403",
    "http://{own}@evil.example, 403",
    "HTTPS://EVIL.EXAMPLE, 403"
  })
  void another_site_opens_no_socket_with_somebody_s_cookie(String origin, int status)
      throws IOException {
    String spelt = origin.replace("{own}", OWN);
    try (RawSocket socket = RawSocket.ask("/ws/forgery/", "Origin", spelt, "Cookie", cookie())) {
      assertThat(socket.status()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "HTTPS://evil.example",
        "//evil.example/",
        "///evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "/\t/evil.example",
        "\t//evil.example",
        "/\r\n/evil.example",
        "/%2f/../../evil.example//evil.example",
        "/./\\evil.example",
        "/..//evil.example",
        "https:evil.example",
        "http://127.0.0.1@evil.example/",
        "//user:pw@evil.example",
        "javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "/\u2028/evil.example",
        "/account/sign-out/",
        "/account%2Fsign-out/"
      })
  void the_way_back_leads_nowhere_else(String next) {
    String path = "/account/sign-in/?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    HttpResponse<String> answer = ann.get(path);
    assertThat(answer.statusCode()).isEqualTo(303);
    String place = answer.headers().firstValue("Location").orElseThrow();
    assertThat(place).matches("/(?![/\\\\]).*").doesNotContain("sign-out");
    assertThat(ann.get(path + "&next=//evil.example").headers().firstValue("Location"))
        .contains(place);
  }

  @Test
  void fields_that_a_form_has_not_change_nothing() {
    Browsing ben = new Browsing();
    ben.get("/account/sign-up/");
    assertThat(
            ben.post(
                    "/account/sign-up/",
                    with(
                        "login", Browsing.newLogin(), "name", "Ben", "password", Browsing.PASSWORD))
                .statusCode())
        .isEqualTo(303);
    assertIsPlain(ben, "Ben");
    ben.post("/account/name/", with("name", "Benjamin", "login", login));
    assertIsPlain(ben, "Benjamin");
    assertThat(ann.get("/account/").body()).contains("Ann", login).doesNotContain("Benjamin");
    Browsing again = new Browsing();
    again.get("/account/sign-in/");
    again.post("/account/sign-in/", with("login", login, "password", Browsing.PASSWORD));
    assertIsPlain(again, "Ann");
  }

  private static String[] with(String... fields) {
    String[] all = new String[fields.length + MORE.length];
    System.arraycopy(fields, 0, all, 0, fields.length);
    System.arraycopy(MORE, 0, all, fields.length, MORE.length);
    return all;
  }

  /** Somebody with this name and no right that others have not. */
  private static void assertIsPlain(Browsing browser, String name) {
    assertThat(browser.get("/account/").body()).contains(name);
    String cookie = SESSION + "=" + browser.cookie(SESSION);
    assertThat(Site.get("/api/users", "Cookie", cookie).statusCode()).isEqualTo(403);
    try (JsonClient socket = JsonClient.connect("/ws/forgery/", Map.of("Cookie", cookie))) {
      assertThat(socket.join().getString("author")).matches("u_\\d+").isNotEqualTo("u_999999999");
    }
  }
}
