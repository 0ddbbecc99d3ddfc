package fanweb.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fanweb.account.AccountChange;
import fanweb.account.Accounts;
import fanweb.account.ChangeListener;
import fanweb.account.GuestToken;
import fanweb.account.SignUp;
import fanweb.account.SignedIn;
import fanweb.account.UserDraft;
import fanweb.account.Users;
import fanweb.account.Visit;
import fanweb.platform.ClientAddress;
import fanweb.platform.CsrfTokens;
import fanweb.platform.RefusedException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Who a request is of, with sessions that are made inside the server. JUnit's own assertions: they
 * come along by themselves.
 */
@ArquillianTest
@Execution(ExecutionMode.SAME_THREAD)
class SignedInIT {
  private static final String TOKEN = "only-for-tests-0123456789abcdef0123456789";
  private static final String PASSWORD = "correct horse 42";
  private static final String NOBODY = "NONE - null null false";

  @Inject private Accounts accounts;
  @Inject private Users users;
  @Inject private Heard heard;

  private final HttpClient client = HttpClient.newHttpClient();

  @Deployment
  static WebArchive war() {
    return Wars.with(Wars.packaged(), "fanweb.api.token", TOKEN)
        .addClasses(WhoServlet.class, Heard.class);
  }

  /** Hears of all changes. */
  @Singleton
  static final class Heard implements ChangeListener {
    final Queue<AccountChange> changes = new ConcurrentLinkedQueue<>();

    @Override
    public void changed(AccountChange change) {
      changes.add(change);
    }
  }

  private static Visit visit(Optional<GuestToken> guest) {
    return new Visit(new ClientAddress(UUID.randomUUID().toString()), "Test", guest);
  }

  private SignedIn signedUp(Optional<GuestToken> guest) {
    String login = UUID.randomUUID().toString();
    return accounts.signUp(new SignUp(login, "Anna", PASSWORD), visit(guest));
  }

  private SignedIn signedUp() {
    return signedUp(Optional.empty());
  }

  private static HttpRequest.Builder request(String path) {
    int port =
        Integer.getInteger("jboss.http.port", 8080)
            + Integer.getInteger("jboss.socket.binding.port-offset", 0);
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> ask(String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = request("/who");
    return client.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        BodyHandlers.ofString());
  }

  private String who(SignedIn in) throws IOException, InterruptedException {
    return ask("Cookie", "fanweb_session=" + in.secret().value()).body();
  }

  private static String signedIn(SignedIn in) {
    String author = in.identity().author();
    return "SESSION " + author + " " + author + " FORM true";
  }

  private void change(SignedIn in, boolean active, String hash) {
    users.update(
        in.identity().userId(),
        any -> true,
        old ->
            new UserDraft(
                old.name(),
                hash.isEmpty() ? old.passwordHash() : hash,
                old.login(),
                old.age(),
                old.data(),
                old.roles(),
                active));
  }

  private void awaitHeard(AccountChange change) {
    Instant late = Instant.now().plus(Duration.ofSeconds(20));
    while (!heard.changes.contains(change)) {
      assertTrue(Instant.now().isBefore(late), () -> change + " is not among " + heard.changes);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  /** Servers write an end in the past in several ways. */
  private static void assertTakenAway(String cookie, HttpResponse<String> answer) {
    String set = answer.headers().firstValue("Set-Cookie").orElse("");
    assertTrue(set.startsWith(cookie + "="), set);
    assertTrue(set.contains("Max-Age=0") || set.contains("01-Jan-1970"), set);
  }

  @Test
  void whoever_shows_nothing_is_a_guest() throws Exception {
    HttpResponse<String> answer = ask();
    assertEquals(NOBODY, answer.body());
    assertTrue(answer.headers().allValues("Set-Cookie").isEmpty());
    assertEquals(NOBODY, ask("Authorization", "Basic YTpi").body());
  }

  @Test
  void a_session_s_cookie_says_who_it_is_until_they_sign_out() throws Exception {
    SignedIn in = signedUp();
    assertEquals(signedIn(in), who(in));
    accounts.signOut(in.identity());

    HttpResponse<String> replayed = ask("Cookie", "fanweb_session=" + in.secret().value());
    assertEquals(NOBODY, replayed.body());
    assertTakenAway("fanweb_session", replayed);
    awaitHeard(
        new AccountChange.CredentialEnded(in.identity().proof(), in.identity().credential()));
  }

  @Test
  void a_forged_or_cut_cookie_is_nobody_s_and_taken_away() throws Exception {
    String value = signedUp().secret().value();
    List<String> forged =
        List.of(
            value.substring(0, 20),
            value + "A",
            "k" + value.substring(1),
            value.substring(0, 10) + (value.charAt(10) == 'A' ? 'B' : 'A') + value.substring(11),
            "x");
    for (String cookie : forged) {
      HttpResponse<String> answer = ask("Cookie", "fanweb_session=" + cookie);
      assertEquals(NOBODY, answer.body());
      assertTakenAway("fanweb_session", answer);
    }
  }

  @Test
  void the_cookie_for_https_counts_for_nothing_over_plain_http() throws Exception {
    SignedIn in = signedUp();
    assertEquals(NOBODY, ask("Cookie", "__Host-fanweb_session=" + in.secret().value()).body());
  }

  @Test
  void a_bearer_token_is_the_api_s_or_a_guest_s_or_refused() throws Exception {
    assertEquals("SETTING api api BEARER true", ask("Authorization", "Bearer " + TOKEN).body());
    GuestToken guest = GuestToken.draw(new SecureRandom());
    assertEquals(
        "NONE " + guest.authorId() + " null null false",
        ask("Authorization", "Bearer " + guest.value()).body());
    for (String wrong : List.of("nonsense", "t_short", "k_" + "A".repeat(43), TOKEN + "0")) {
      HttpResponse<String> answer =
          ask("Authorization", "Bearer " + wrong, "Accept", "application/json");
      assertEquals(401, answer.statusCode());
      assertEquals("Bearer", answer.headers().firstValue("WWW-Authenticate").orElse(""));
      assertTrue(answer.body().contains("not the token of the API"), answer.body());
    }
  }

  @Test
  void a_bearer_token_counts_and_not_the_cookie_beside_it() throws Exception {
    SignedIn in = signedUp();
    HttpResponse<String> answer =
        ask("Cookie", "fanweb_session=" + in.secret().value(), "Authorization", "Bearer nonsense");
    assertEquals(401, answer.statusCode());
  }

  @Test
  void a_guest_who_became_a_user_is_a_guest_no_more() throws Exception {
    GuestToken guest = GuestToken.draw(new SecureRandom());
    String cookie = GuestToken.COOKIE + "=" + guest.value();
    assertEquals("NONE " + guest.authorId() + " null null false", ask("Cookie", cookie).body());
    SignedIn in = signedUp(Optional.of(guest));

    assertEquals(guest.authorId(), in.identity().author());
    HttpResponse<String> answer = ask("Cookie", cookie);
    assertEquals(NOBODY, answer.body());
    assertTakenAway(GuestToken.COOKIE, answer);
    assertEquals(401, ask("Authorization", "Bearer " + guest.value()).statusCode());
    awaitHeard(new AccountChange.GuestClaimed(guest.authorId()));
  }

  @Test
  void no_token_of_a_form_outlives_the_secret_it_was_made_of() throws Exception {
    HttpResponse<String> form = client.send(request("/who?csrf").build(), BodyHandlers.ofString());
    HttpResponse<String> renewed = post(cookieOf(form), form.body());
    assertEquals(200, renewed.statusCode());
    assertNotEquals(cookieOf(form), cookieOf(renewed));

    assertEquals(403, post(cookieOf(renewed), form.body()).statusCode());
    assertEquals(200, post(cookieOf(renewed), renewed.body()).statusCode());
  }

  private static String cookieOf(HttpResponse<String> answer) {
    List<String> set = answer.headers().allValues("Set-Cookie");
    return set.get(set.size() - 1).replaceFirst(";.*", "");
  }

  private HttpResponse<String> post(String cookie, String token)
      throws IOException, InterruptedException {
    return client.send(
        request("/who")
            .headers("Cookie", cookie, CsrfTokens.HEADER, token)
            .POST(BodyPublishers.noBody())
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void whoever_is_not_active_any_more_is_out_at_once() throws Exception {
    SignedIn in = signedUp();
    change(in, false, "");
    assertEquals(NOBODY, who(in));
    change(in, true, "");
    assertEquals(NOBODY, who(in));
    awaitHeard(
        new AccountChange.CredentialEnded(in.identity().proof(), in.identity().credential()));
    awaitHeard(new AccountChange.UserChanged(in.identity().userId()));
  }

  @Test
  void another_password_ends_the_sessions_and_another_name_does_not() throws Exception {
    SignedIn in = signedUp();
    change(in, true, "");
    assertEquals(signedIn(in), who(in));
    change(in, true, "another hash");
    assertEquals(NOBODY, who(in));
  }

  @Test
  void whoever_is_deleted_is_out_and_what_was_refused_leaves_nothing() throws Exception {
    SignedIn in = signedUp();
    String login = accounts.profile(in.identity()).login().orElseThrow();
    assertThrows(
        RefusedException.class,
        () -> accounts.signUp(new SignUp(login, "Anna", PASSWORD), visit(Optional.empty())));
    users.delete(in.identity().userId(), any -> true);
    assertEquals(NOBODY, who(in));
    assertFalse(users.find(in.identity().userId()).isPresent());
    awaitHeard(
        new AccountChange.CredentialEnded(in.identity().proof(), in.identity().credential()));
  }
}
