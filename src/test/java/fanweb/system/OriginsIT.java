package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose pages may open a socket: in dev mode as shipped, and on a site in production. */
@SharedServer
class OriginsIT {
  private static final String OWN = "127.0.0.1:" + Site.port();

  @Deployment(name = "dev", testable = false)
  static WebArchive dev() {
    return Wars.packaged();
  }

  @Deployment(name = "shop", testable = false)
  static WebArchive shop() {
    WebArchive war = Wars.with(Wars.at("shop"), "fanweb.mode", "production");
    Wars.with(war, "fanweb.chat.allow-missing-origin", "false");
    return Wars.with(
        war, "fanweb.chat.allowed-origins", "https://shop.example.org:8443,http://a.example");
  }

  @ParameterizedTest
  @CsvSource({
    "/ws, http://{own}",
    "/ws, HTTP://{own}",
    "/ws, ''",
    "/ws, http://localhost:{port}",
    "/ws, http://LOCALHOST:{port}",
    "/ws, http://[::1]:{port}",
    "/shop/ws, http://{own}",
    "/shop/ws, https://shop.example.org:8443",
    "/shop/ws, HTTPS://Shop.Example.ORG:8443",
    "/shop/ws, http://a.example:80"
  })
  void whoBelongsHereComesIn(String path, String origin) throws IOException {
    assertThat(statusFor(path, origin)).isEqualTo(101);
  }

  @Test
  void whoAsksByAnIpv6AddressBelongsHereToo() throws IOException {
    String host = "[::1]:" + Site.port();
    for (String path : List.of("/ws/origins/", "/shop/ws/origins/")) {
      try (RawSocket socket = RawSocket.ask(path, "Host", host, "Origin", "http://" + host)) {
        assertThat(socket.status()).as(path).isEqualTo(101);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "null",
        "http://{own}.evil.example",
        "http://evil{own}",
        "http://127.0.0.1",
        "http://127.0.0.1:1",
        "https://{own}",
        "http://{own}/",
        "http://{own}@evil.example",
        "http://user@{own}",
        "http://evil.example, http://{own}",
        "not an origin",
        "://"
      })
  void whoDoesNotIsRefused(String origin) throws IOException {
    assertThat(statusFor("/ws", origin)).isEqualTo(403);
    assertThat(statusFor("/shop/ws", origin)).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http://localhost:{port}",
        "http://[::1]:{port}",
        "https://shop.example.org",
        "http://shop.example.org:8443",
        "https://shop.example.org:8443.evil.example",
        "https://evilshop.example.org:8443"
      })
  void aSiteMayBeStricter(String origin) throws IOException {
    assertThat(statusFor("/shop/ws", origin)).isEqualTo(403);
  }

  /** Asks with an origin, or with none when it is empty. */
  private static int statusFor(String path, String origin) throws IOException {
    String spelt = origin.replace("{own}", OWN).replace("{port}", "" + Site.port());
    try (RawSocket socket = RawSocket.ask(path + "/origins/", "Origin", spelt)) {
      if (socket.status() == 403) {
        assertThat(socket.header("Content-Type")).startsWith("application/problem+json");
      }
      return socket.status();
    }
  }
}
