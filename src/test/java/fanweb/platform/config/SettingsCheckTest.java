package fanweb.platform.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCheckTest {
  private final Properties system = new Properties();
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** For every setting a value that is wrong, and what its line says is allowed. */
  private static final Map<String, Map.Entry<String, String>> WRONG =
      Map.ofEntries(
          entry("fanweb.mode", entry("test", "dev or production")),
          entry("fanweb.data", entry("data", "an absolute path without ; or \"")),
          entry("fanweb.db.driver", entry("MySQL", "h2 or mysql or mariadb")),
          entry("fanweb.db.url", entry("jdbc:mysql://db/chat", "a URL of fanweb.db.driver = h2")),
          entry("fanweb.db.allow-volatile", entry("maybe", "true or false")),
          entry("fanweb.static.url", entry("/static", "a path like /static/ or an http(s) URL")),
          entry("fanweb.api.token", entry("secret", "must be empty, or at least 32 ASCII")),
          entry(
              "fanweb.http.trusted-proxies", entry("proxy.example.org", "addresses and networks")),
          entry("fanweb.redis.url", entry("redis://", "redis-sentinel://")),
          entry("fanweb.account.password-min-length", entry("0", "a whole number from 1 to 128")),
          entry(
              "fanweb.account.password-memory-kib",
              entry("64", "a whole number from 7168 to 1048576")),
          entry("fanweb.account.password-iterations", entry("0", "a whole number from 1 to 20")),
          entry(
              "fanweb.account.password-hashes-at-once", entry("0", "a whole number from 1 to 256")),
          entry("fanweb.account.sign-up", entry("maybe", "open or closed")),
          entry(
              "fanweb.account.session-idle-minutes", entry("4", "a whole number from 5 to 10080")),
          entry("fanweb.account.session-hours", entry("0", "a whole number from 1 to 168")),
          entry(
              "fanweb.account.session-remembered-days", entry("0", "a whole number from 1 to 365")),
          entry("fanweb.account.reset-login", entry("a b", "must be empty, or a login")),
          entry("fanweb.channel.layer", entry("kafka", "memory or redis")),
          entry("fanweb.chat.rate-per-second", entry("-1", "a whole number from 0 to 100000")),
          entry("fanweb.chat.drain-seconds", entry("601", "a whole number from 0 to 600")),
          entry("fanweb.chat.rate-burst", entry("0", "a whole number from 1 to 100000")),
          entry(
              "fanweb.chat.connections-per-address",
              entry("many", "a whole number from 0 to 100000")),
          entry("fanweb.chat.rate-per-address", entry("-1", "a whole number from 0 to 100000")),
          entry("fanweb.chat.max-message-bytes", entry("64K", "a whole number from 1 to 1048576")),
          entry("fanweb.chat.allowed-origins", entry("*", "exact origins like https://")),
          entry("fanweb.chat.allow-missing-origin", entry("yes", "true or false")));

  static Set<String> settings() {
    return ProcessSettings.packaged().stringPropertyNames();
  }

  @BeforeEach
  void home() {
    system.setProperty("user.home", System.getProperty("user.home"));
  }

  private int run() {
    return SettingsCheck.run(
        new ProcessSettings(system, environment, ProcessSettings.packaged()).reader(),
        new PrintStream(err, true, UTF_8));
  }

  @Test
  void the_defaults_are_right() {
    assertThat(run()).isZero();
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void a_wrong_value_gives2_and_one_line() {
    environment.put("FANWEB_CHAT_RATE_PER_SECOND", "many");
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString(UTF_8).strip())
        .isEqualTo(
            "Fan-Web cannot start: fanweb.chat.rate-per-second = \"many\": must be a whole number"
                + " from 0 to 100000");
  }

  @ParameterizedTest
  @MethodSource("settings")
  void every_setting_has_its_line(String setting) {
    Map.Entry<String, String> wrong =
        Objects.requireNonNull(WRONG.get(setting), "no wrong value here for " + setting);
    String value = wrong.getKey();
    environment.put(setting.replaceAll("[^a-z]", "_").toUpperCase(Locale.ROOT), value);
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString(UTF_8).lines())
        .singleElement(as(STRING))
        .startsWith(
            "Fan-Web cannot start: " + setting + " = " + shown(setting, value) + ": must be ")
        .contains(wrong.getValue());
  }

  private static String shown(String setting, String value) {
    return setting.endsWith(".token") || setting.equals("fanweb.redis.url")
        ? "(not shown)"
        : '"' + value + '"';
  }

  @Test
  void no_wrong_value_is_kept_for_a_setting_that_went_away() {
    assertThat(WRONG.keySet()).isEqualTo(settings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fanweb.mode", "fanweb_mode", "FANWEB_MODE"})
  void variables_are_found_as_microprofile_config_does(String variable) {
    environment.put(variable, "wrong");
    assertThat(run()).isEqualTo(2);
  }

  @Test
  void a_system_property_wins_over_a_variable() {
    environment.put("FANWEB_MODE", "wrong");
    system.setProperty("fanweb.mode", "production");
    assertThat(run()).isZero();
  }

  @Test
  void references_are_resolved() {
    system.setProperty("some.mode", "neither");
    environment.put("FANWEB_MODE", "${some.mode}");
    run();
    assertThat(err.toString(UTF_8)).contains("fanweb.mode = \"neither\"");
  }

  @Test
  void another_database_is_a_driver_and_a_url_of_that_driver() {
    environment.put("FANWEB_DB_DRIVER", "mariadb");
    environment.put("FANWEB_DB_URL", "jdbc:mariadb://db.example.org/chat?user=me&password=secret");
    assertThat(run()).isZero();
    environment.put("FANWEB_DB_DRIVER", "mysql");
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString(UTF_8).strip())
        .isEqualTo(
            "Fan-Web cannot start: fanweb.db.url = \"jdbc:mariadb://db.example.org/chat\": must be a"
                + " URL of fanweb.db.driver = mysql, as in jdbc:mysql://127.0.0.1:3306/fan-web, or"
                + " set FANWEB_DB_DRIVER to the driver of this URL");
  }

  @Test
  void a_driver_without_a_url_says_what_is_missing() {
    environment.put("FANWEB_DB_DRIVER", "mysql");
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .contains(
            "fanweb.db.url = \"jdbc:h2:file:" + System.getProperty("user.home") + "/.fan-web/")
        .contains("as in jdbc:mysql://127.0.0.1:3306/fan-web");
  }

  @Test
  void a_reference_to_itself_is_a_wrong_value() {
    environment.put("FANWEB_MODE", "${fanweb.mode}");
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("fanweb.mode = \"\"");
  }
}
