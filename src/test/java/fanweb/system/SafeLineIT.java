package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server in production behind a proxy that it believes: over which lines people sign in, with
 * which cookie, and what the log says of it.
 */
class SafeLineIT {
  private static final String SESSION = "__Host-fanweb_session";
  private static final String SIGN_IN = "/account/sign-in/";
  private static final String OTHER = "granite willow saddle lantern";

  /** Any proof there is: see {@code fanweb.account.Secret}. */
  private static final Pattern SECRET = Pattern.compile("\\b[sklt]_[\\w-]{43}");

  @TempDir private static Path folder;
  private static LaunchedServer server;

  @SuppressWarnings("NullAway.Init") // because JUnit calls start first
  SafeLineIT() {}

  @BeforeAll
  static void start() throws IOException {
    server =
        LaunchedServer.start(
                folder, Map.of("FANWEB_MODE", "production", "FANWEB_HTTP_BEHIND_PROXY", "true"))
            .awaitReady();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String own(String name) {
    return "Host: " + name + ":" + server.port();
  }

  /** Tries to sign in as somebody who is not there. */
  private static String tryFrom(String version, String... headers) throws IOException {
    return ThroughProxy.with(server, headers)
        .postOver(version, SIGN_IN, "login", Browsing.newLogin(), "password", "wrong");
  }

  private static String signUp(ThroughProxy browser, String login) throws IOException {
    return browser.post(
        "/account/sign-up/", "login", login, "name", "Ann", "password", Browsing.PASSWORD);
  }

  /** The first groups of all matches in the log. */
  private static List<String> all(String pattern) {
    return Pattern.compile(pattern)
        .matcher(server.log())
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static String found(String pattern) {
    List<String> all = all(pattern);
    assertThat(all).as("%s in %s", pattern, server.log()).isNotEmpty();
    return all.get(0);
  }

  @Test
  void whoever_sits_at_this_machine_may_try() throws IOException {
    for (String name : List.of("127.0.0.1", "localhost", "LOCALHOST", "[::1]")) {
      assertThat(tryFrom("1.1", own(name))).as(name).startsWith("HTTP/1.1 401 ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-For: 127.0.0.1",
        "X-Forwarded-For: 198.51.100.1",
        "X-Forwarded-Proto: http",
        "X-Forwarded-Host: localhost",
        "X-FORWARDED-SERVER: proxy",
        "X-Real-IP: 127.0.0.1",
        "Forwarded: for=127.0.0.1",
        "Via: 1.1 proxy"
      })
  void whoever_comes_through_a_proxy_in_plain_text_may_not(String header) throws IOException {
    assertThat(tryFrom("1.1", own("127.0.0.1"), header))
        .startsWith("HTTP/1.1 403 ")
        .contains("HTTPS");
  }

  @Test
  void whoever_asks_for_another_host_or_for_none_may_not() throws IOException {
    for (String name : List.of("chat.example", "127.0.0.1.evil.example", "127.0.0.2")) {
      assertThat(tryFrom("1.1", own(name))).as(name).startsWith("HTTP/1.1 403 ");
    }
    assertThat(tryFrom("1.0")).contains(" 403 ").contains("HTTPS");
  }

  @Test
  void over_https_the_cookie_is_this_host_s_and_no_script_s() throws IOException {
    ThroughProxy ann = ThroughProxy.from(server, "198.51.100.7");
    List<String> cookies = ThroughProxy.setCookies(signUp(ann, Browsing.newLogin()));

    assertThat(cookies)
        .noneMatch(cookie -> cookie.startsWith("fanweb_session"))
        .allMatch(cookie -> cookie.toLowerCase(Locale.ROOT).contains("; secure"))
        .filteredOn(cookie -> cookie.startsWith(SESSION + "=s_"))
        .singleElement()
        .satisfies(
            cookie ->
                assertThat(cookie.toLowerCase(Locale.ROOT).split("; ?"))
                    .contains("httponly", "samesite=lax", "path=/")
                    .noneMatch(part -> part.startsWith("domain") || part.startsWith("max-age")));
    assertThat(ann.get("/account/")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void the_log_tells_who_did_what_from_where_and_no_secret() throws IOException {
    String link = found("link=(l_[\\w-]{43})");
    ThroughProxy ben = ThroughProxy.from(server, "198.51.100.9");
    String login = Browsing.newLogin();
    signUp(ben, login);
    String id = found("user=(\\d+) address=198.51.100.9");
    promoteAndDemote(link, id);
    ben.json("PATCH", "/api/roles/1", "{\"permissions\":[\"*\"]}");
    ben.post("/account/password/", "old", "not this one", "password", OTHER);
    ben.post("/account/password/", "old", Browsing.PASSWORD, "password", OTHER);
    ben.post("/account/sign-out/");
    ben.post(SIGN_IN, "login", login, "password", Browsing.PASSWORD);

    String from = " address=198.51.100.9\n";
    assertThat(server.log())
        .containsPattern("event=session_began session=\\d+ user=" + id + from)
        .containsPattern("event=change_forbidden by=" + id + " .*path=/api/roles/1\n")
        .containsPattern("(?s)event=sign_in_failed user=" + id + from + ".*event=sign_in_failed")
        .contains("event=password_changed user=" + id + from)
        .doesNotContain(Browsing.PASSWORD, OTHER, "not this one", login);
    assertThat(eventsOfSession(id)).last(STRING).startsWith("event=session_ended ");
    assertThat(SECRET.matcher(server.log().replace(link, "")).results()).isEmpty();
  }

  private static void promoteAndDemote(String link, String id) throws IOException {
    ThroughProxy boss = ThroughProxy.from(server, "198.51.100.8");
    boss.post(
        "/account/set-up/?link=" + link,
        "link",
        link,
        "login",
        "boss",
        "name",
        "Boss",
        "password",
        Browsing.PASSWORD);
    String path = "/api/users/" + id;
    boss.json("PATCH", path, "{\"roles\":[\"administrator\"]}");
    boss.json("PATCH", path, "{\"roles\":[]}");
    String change = "event=accounts_changed by=\\d+ proof=SESSION credential=\\d+";
    String there = " address=198.51.100.8 method=PATCH path=" + path + " user=" + id;
    assertThat(server.log())
        .containsPattern(change + there + " active=true roles=administrator\n")
        .containsPattern(change + there + " active=true roles=\n");
  }

  /** What is told of the session that a user began last. */
  private static List<String> eventsOfSession(String user) {
    List<String> began = all("event=session_began session=(\\d+) user=" + user + " ");
    return all("(event=session_\\w+ session=" + began.get(began.size() - 1) + "\\b)");
  }

  @Test
  void nobody_writes_a_line_of_their_own_into_the_log() throws IOException {
    String forged = "x\r\nevent=forged \u001b[31m";
    ThroughProxy eve =
        ThroughProxy.with(
            server,
            "Host: chat.example",
            "X-Forwarded-Proto: https",
            "X-Forwarded-For: 198.51.100.10 event=forged \u001b[31m",
            "User-Agent: event=forged \u001b[31m",
            "X-Request-Id: event=forged");
    eve.post(SIGN_IN, "login", forged, "password", forged);
    String login = Browsing.newLogin();
    String good = Browsing.PASSWORD;
    eve.post("/account/sign-up/", "login", forged, "name", forged, "password", good);
    eve.post("/account/sign-up/", "login", login, "name", forged, "password", good);
    signUp(eve, login);
    eve.post("/account/name/", "name", forged);
    eve.json("PATCH", "/api/users/1%0d%0aevent=forged%1b", "{\"name\":\"event=forged\"}");
    eve.get("/event=forged%1b%0a");

    assertThat(server.log())
        .contains("event=change_forbidden")
        .doesNotContain("\nevent=forged", " event=forged", "\u001b[31m");
  }
}
