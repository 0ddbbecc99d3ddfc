package fanweb.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is logged and shown has no password in it. */
class SecretsInWordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://root:pass-word@host/db",
        "jdbc:mysql://root:pass-word@host:3306/db?user=x",
        "jdbc:mysql://root:pa/pass-word@host/db",
        "jdbc:mysql://root:pa;pass-word@host/db",
        "jdbc:mysql://root:pa?pass-word@host/db",
        "jdbc:mysql://(host=h,user=u,password=pass-word)/db",
        "jdbc:mysql://address=(host=h)(user=u)(password=pass-word)/db",
        "jdbc:mysql://h/db?password=pass-word",
        "jdbc:h2:file:/x;PASSWORD=pass-word"
      })
  void no_password_of_a_url_is_shown(String url) {
    assertThat(DatabaseSettings.withoutSecrets(url))
        .startsWith("jdbc:")
        .doesNotContain("pass-word");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mysql://host:3306/db?x=y, jdbc:mysql://host:3306/db",
    "jdbc:mysql://root:secret@host/db, jdbc:mysql://host/db",
    "jdbc:h2:file:/x/y;MODE=MySQL, jdbc:h2:file:/x/y"
  })
  void what_is_no_secret_stays(String url, String shown) {
    assertThat(DatabaseSettings.withoutSecrets(url)).isEqualTo(shown);
  }

  @Test
  void settings_do_not_tell_their_token() {
    PlatformSettings settings =
        new PlatformSettings(
            PlatformSettings.Mode.DEV,
            URI.create("/static/"),
            Path.of("/x"),
            "the-token",
            List.of());
    assertThat(settings.toString()).doesNotContain("the-token");
  }
}
