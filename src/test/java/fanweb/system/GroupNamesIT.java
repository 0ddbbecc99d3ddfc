package fanweb.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.text.Normalizer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which paths lead to a group, and to which. */
@SharedServer
class GroupNamesIT {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.packaged();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ws", "/ws/", "/ws//", "/ws/a/b", "/ws/a/b/"})
  void aPathThatNamesNoGroupIsNotFound(String path) throws IOException {
    assertRefused(path, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ws/a%2Fb/",
        "/ws/a%5cb/",
        "/ws/a%20b/",
        "/ws/a+b/",
        "/ws/a%0Ab/",
        "/ws/a%0D%0ASet-Cookie:x/",
        "/ws/%00/",
        "/ws/a%00/",
        "/ws/a%7F/",
        "/ws/a%25/",
        "/ws/a%2500/",
        "/ws/%3Cscript%3E/",
        "/ws/.hidden/",
        "/ws/%2Ehidden/",
        "/ws/%F0%9F%98%80/",
        "/ws/%E2%80%AEa/",
        "/ws/%c0%ae/",
        "/ws/%c3%28/",
        "/ws/%ED%A0%80/",
        "/ws/%ff/"
      })
  void aNameThatNoGroupCanHaveIsRefused(String path) throws IOException {
    assertRefused(path, 400);
  }

  @Test
  void aNameIsTooLongFrom101CharactersOn() throws IOException {
    assertRefused("/ws/" + "x".repeat(101) + "/", 400);
    assertRefused("/ws/" + encoded("群".repeat(101)) + "/", 400);
    assertRefused("/ws/" + "x".repeat(5_000) + "/", 400);
    RawSocket.open("/ws/" + "x".repeat(100)).close();
    RawSocket.open("/ws/" + encoded("群".repeat(100)) + "/").close();
    String decomposed = Normalizer.normalize("é".repeat(100), Normalizer.Form.NFD);
    RawSocket.open("/ws/" + encoded(decomposed) + "/").close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/ws/%zz/", "/ws/%", "/ws/%4", "/ws/<script>/", "/ws/a b/", "/ws/\u00e9/"})
  void whatIsNoAddressAtAllIsRefusedByTheServerItself(String path) throws IOException {
    try (RawSocket socket = RawSocket.ask(path)) {
      assertThat(socket.status()).as("%s", socket).isIn(400, 404);
    }
  }

  @ParameterizedTest
  @CsvSource({"Case, case", "accent, áccent", "ss, ß", "1.0, 1-0", "i, ı", "ｗ, w", "a, а"})
  void namesThatLookAlikeAreDifferentGroups(String one, String two) throws IOException {
    try (RawSocket first = RawSocket.open("/ws/" + encoded(one) + "/");
        RawSocket second = RawSocket.open("/ws/" + encoded(two) + "/")) {
      first.say("for the first");
      assertThat(first.hear()).isEqualTo("for the first");
      assertThat(second.say("for the second").hear()).isEqualTo("for the second");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"áé", "각", "Å"})
  void spellingsOfTheSameCharactersAreOneGroup(String name) throws IOException {
    String composed = encoded(Normalizer.normalize(name, Normalizer.Form.NFC));
    String decomposed = encoded(Normalizer.normalize(name, Normalizer.Form.NFD));
    assertThat(composed).isNotEqualTo(decomposed);
    try (RawSocket first = RawSocket.open("/ws/" + composed + "/");
        RawSocket second = RawSocket.open("/ws/" + decomposed)) {
      first.say("for both");
      assertThat(second.hear()).isEqualTo("for both");
    }
  }

  private static void assertRefused(String path, int status) throws IOException {
    try (RawSocket socket = RawSocket.ask(path)) {
      assertThat(socket.status()).as("%s", socket).isEqualTo(status);
      assertThat(socket.header("Content-Type")).startsWith("application/problem+json");
      assertThat(socket.body()).contains("\"status\":" + status).doesNotContain("<script>");
    }
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, UTF_8);
  }
}
