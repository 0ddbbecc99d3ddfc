package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Those who guess passwords, and those whom they must not keep out. */
@SharedServer
class GuessingIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String WRONG = "not the password";

  /** More than the free tries of any count, by so many that a slow machine finds the end too. */
  private static final int MANY = 60;

  private static final int SAMPLES = 30;

  private final String home = Browsing.newAddress();
  private final Browsing ann = Browsing.from(home);
  private final String login = Browsing.newLogin();

  @Deployment(testable = false)
  static WebArchive war() {
    // Passwords are hashed by the hundred here.
    return Wars.with(Browsing.war(), "fanweb.account.password-memory-kib", "7168");
  }

  private static boolean isSlowed(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isIn(401, 429);
    return answer.statusCode() == 429;
  }

  private static int wait(HttpResponse<String> answer) {
    return Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("0"));
  }

  private static void assertIn(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
  }

  /** Whether one of many guesses is told to wait. */
  private static boolean anySlowed(Stream<Browsing> guessers, Supplier<String> logins) {
    return guessers.limit(MANY).anyMatch(guesser -> isSlowed(guesser.signIn(logins.get(), WRONG)));
  }

  @Test
  void guesses_at_one_account_wait_ever_longer_and_its_owner_does_not() {
    ann.signUp(login, "Ann");
    Browsing eve = new Browsing();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> wait(eve.signIn(login, WRONG)) >= 4);

    HttpResponse<String> right = eve.signIn(login, Browsing.PASSWORD);
    assertThat(right.statusCode()).isEqualTo(429);
    assertThat(eve.get("/account/").statusCode()).isEqualTo(303);
    assertIn(Browsing.from(home).signIn(login, Browsing.PASSWORD));
    assertIn(new Browsing().signIn(login, Browsing.PASSWORD));
  }

  @Test
  void guesses_at_one_account_from_everywhere_are_slowed_and_its_owner_at_home_is_not() {
    ann.signUp(login, "Ann");

    assertThat(anySlowed(Stream.generate(Browsing::new), () -> login)).isTrue();

    assertIn(Browsing.from(home).signIn(login, Browsing.PASSWORD));
    assertThat(isSlowed(new Browsing().signIn(Browsing.newLogin(), WRONG))).isFalse();
  }

  @Test
  void one_address_that_tries_many_logins_is_slowed_and_who_works_there_is_not() {
    ann.signUp(login, "Ann");
    Browsing neighbour = Browsing.from(home);

    assertThat(anySlowed(Stream.generate(() -> neighbour), Browsing::newLogin)).isTrue();

    assertIn(Browsing.from(home).signIn(login, Browsing.PASSWORD));
  }

  @Test
  void an_address_that_the_client_writes_itself_neither_hides_it_nor_frames_another() {
    String real = Browsing.newAddress();
    Stream<Browsing> spoofing =
        Stream.generate(() -> Browsing.from(Browsing.newAddress() + ", " + real));
    assertThat(anySlowed(spoofing, Browsing::newLogin)).isTrue();

    String framed = Browsing.newAddress();
    Stream<Browsing> framing = Stream.generate(() -> Browsing.from(framed + ", " + real));
    assertThat(anySlowed(framing, Browsing::newLogin)).isTrue();
    assertThat(isSlowed(Browsing.from(framed).signIn(login, WRONG))).isFalse();
  }

  @Test
  void whether_a_login_is_there_is_not_to_be_read_from_the_answer() {
    ann.signUp(login, "Ann");
    String nobody = Browsing.newLogin();
    for (String password : List.of(WRONG, "x", "x".repeat(200), "")) {
      assertThat(seen(new Browsing().signIn(nobody, password), nobody))
          .as(password)
          .isEqualTo(seen(new Browsing().signIn(login, password), login));
    }
  }

  /** All that an answer says, but what is new each time and what was typed. */
  private static Map<String, String> seen(HttpResponse<String> answer, String typed) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("status", Integer.toString(answer.statusCode()));
    all.put(
        "body",
        answer
            .body()
            .replace(typed, "LOGIN")
            .replaceAll("(csrfmiddlewaretoken\" value=\")[^\"]+", "$1"));
    new TreeMap<>(answer.headers().map())
        .forEach((name, values) -> all.put(name, String.join("; ", values)));
    all.keySet().removeAll(List.of("date", "x-request-id"));
    all.computeIfPresent("set-cookie", (name, value) -> value.replaceAll("=[^;]{20,}?;", "=;"));
    return all;
  }

  /** Printed and not asserted: a machine that does other things too tells nothing for certain. */
  @Test
  void how_long_it_takes_is_told_for_people_to_compare() {
    List<Long> known = new ArrayList<>();
    List<Long> unknown = new ArrayList<>();
    for (int i = 0; i < SAMPLES / 5; i++) {
      String here = Browsing.newAddress();
      String there = Browsing.newLogin();
      Browsing.from(here).signUp(there, "Ann");
      for (int j = 0; j < 5; j++) {
        known.add(nanosToRefuse(Browsing.from(here), there));
        unknown.add(nanosToRefuse(new Browsing(), Browsing.newLogin()));
      }
    }
    System.out.printf(
        "%nA wrong password, median of %d, in ms:%n  login there      %.1f%n  login not there  %.1f%n",
        SAMPLES, medianMillis(known), medianMillis(unknown));
  }

  private static long nanosToRefuse(Browsing browser, String login) {
    browser.get("/account/sign-in/");
    long begin = System.nanoTime();
    HttpResponse<String> answer =
        browser.post("/account/sign-in/", "login", login, "password", WRONG);
    long took = System.nanoTime() - begin;
    assertThat(answer.statusCode()).isEqualTo(401);
    return took;
  }

  private static double medianMillis(List<Long> nanos) {
    return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow() / 1e6;
  }
}
