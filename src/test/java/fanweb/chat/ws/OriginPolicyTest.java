package fanweb.chat.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginPolicyTest {
  private static final String OWN = "https://chat.example.org";
  private final OriginPolicy strict =
      new OriginPolicy(List.of("https://shop.example.com:8443"), false, false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://chat.example.org",
        "https://chat.example.org:443",
        "HTTPS://Chat.Example.ORG",
        "https://shop.example.com:8443"
      })
  void letsInItsOwnAndListedOriginsHoweverTheyAreSpelt(String origin) {
    assertThat(strict.allows(origin, OWN)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "null",
        "",
        "https://chat.example.org.evil.example",
        "https://evilchat.example.org",
        "http://chat.example.org",
        "https://chat.example.org:8443",
        "https://shop.example.com",
        "https://chat.example.org/path",
        "https://chat.example.org@evil.example",
        "https://user@chat.example.org",
        "file://",
        "https://",
        "not an origin"
      })
  void refusesEveryOther(String origin) {
    assertThat(strict.allows(origin, OWN)).isFalse();
  }

  @Test
  void letsClientsWithoutAnOriginInOnlyIfToldTo() {
    assertThat(strict.allows(null, OWN)).isFalse();
    assertThat(new OriginPolicy(List.of(), true, false).allows(null, OWN)).isTrue();
  }

  @Test
  void takesTheLoopbackNamesForOneOnlyIfToldTo() {
    OriginPolicy development = new OriginPolicy(List.of(), true, true);

    assertThat(development.allows("http://localhost:8080", "http://127.0.0.1:8080")).isTrue();
    assertThat(development.allows("http://127.0.0.1:8080", "http://[::1]:8080")).isTrue();
    assertThat(development.allows("http://localhost:9000", "http://127.0.0.1:8080")).isFalse();
    assertThat(strict.allows("https://localhost", "https://127.0.0.1")).isFalse();
  }
}
