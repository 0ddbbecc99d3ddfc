package fanweb.system.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.system.JsonClient;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Who asks is the same over a socket and over HTTP. */
@OnEachDatabase
class WhoAsksIT {
  private final HttpGroup group;

  WhoAsksIT(Api api) {
    this.group = HttpGroup.fresh(api);
  }

  @Test
  void a_program_with_the_token_moderates_over_a_socket_too() {
    long said = group.say("rude");
    try (JsonClient program = connect(group.asMachine().who())) {
      JsonObject welcome = program.join();
      assertThat(welcome.getString("author")).isEqualTo("api");
      assertThat(welcome).doesNotContainKey("token");
      assertThat(welcome.getJsonArray("may").toString()).contains("moderate");
      JsonObject deleted = program.ask("\"type\":\"delete\",\"offset\":" + said);
      assertThat(deleted.getString("type")).isEqualTo("ack");
    }
    assertThat(group.texts("")).containsExactly("†", "deleted");
  }

  @Test
  void a_program_with_the_token_cannot_be_a_guest_over_the_same_socket() {
    try (JsonClient program = connect(group.asMachine().who())) {
      String token = "t_" + "g".repeat(43);
      JsonObject refused = program.ask("\"type\":\"join\",\"token\":\"" + token + "\"");
      assertThat(refused.getString("code")).isEqualTo("identity_fixed");
    }
  }

  @Test
  void a_token_that_is_nobody_s_opens_no_socket() {
    HttpGuest stranger = group.who().with("Authorization", "Bearer nonsense");
    assertThatThrownBy(() -> connect(stranger))
        .cause()
        .asInstanceOf(InstanceOfAssertFactories.type(WebSocketHandshakeException.class))
        .extracting(refused -> refused.getResponse().statusCode())
        .isEqualTo(401);
  }

  @Test
  void a_guest_s_token_makes_the_same_guest_over_a_socket_as_over_http() {
    HttpGuest program = group.who().nobody().with("Authorization", "Bearer t_" + "p".repeat(43));
    try (JsonClient guest = connect(program)) {
      assertThat(guest.join().getString("author")).isEqualTo(group.as(program).author());
    }
  }

  @Test
  void over_a_socket_a_guest_is_who_the_join_says_and_not_who_a_cookie_says() {
    String cookie = "fanweb_guest=t_" + "c".repeat(43);
    HttpGuest browser = group.who().nobody().with("Cookie", cookie);
    try (JsonClient guest = connect(browser)) {
      assertThat(guest.join().getString("author")).isNotEqualTo(group.as(browser).author());
    }
  }

  private JsonClient connect(HttpGuest who) {
    String address = who.base().replaceFirst("http", "ws") + path();
    return JsonClient.connect(URI.create(address), Map.copyOf(who.headers()));
  }

  private String path() {
    return group.path().replaceFirst("/api/groups/", "/ws/") + "/";
  }
}
