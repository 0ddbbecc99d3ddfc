package fanweb.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersTest {
  private static String policy(String staticUrl, String host) {
    return new SecurityHeaders(URI.create(staticUrl))
        .forHost(host, false)
        .getOrDefault("Content-Security-Policy", "");
  }

  @Test
  void sockets_may_go_to_the_same_host_only() {
    assertThat(policy("/static/", "chat.example.org:8443"))
        .contains("connect-src 'self' ws://chat.example.org:8443 wss://chat.example.org:8443;");
  }

  @Test
  void an_absolute_base_adds_its_origin_and_nothing_more() {
    assertThat(policy("https://cdn.example.org:444/x/", "h"))
        .contains("style-src 'self' https://cdn.example.org:444;")
        .doesNotContain("/x/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x; script-src *", "x y", "x'", "", "x,y", "[::1", "x:999999"})
  void a_host_that_is_none_is_left_out(String host) {
    assertThat(policy("/static/", host)).contains("connect-src 'self';");
  }

  @Test
  void request_ids_are_short_and_all_different() {
    RequestId ids = new RequestId(new SecureRandom());
    assertThat(ids.next()).matches("([0-9a-f]{4}-){3}[0-9a-f]{4}").isNotEqualTo(ids.next());
  }

  @Test
  void a_site_that_has_https_asks_to_be_visited_so() {
    SecurityHeaders headers = new SecurityHeaders(URI.create("/static/"));

    assertThat(headers.forHost("chat.example.org", true))
        .containsEntry("Strict-Transport-Security", "max-age=31536000");
    assertThat(headers.forHost("chat.example.org", false))
        .doesNotContainKey("Strict-Transport-Security");
  }
}
