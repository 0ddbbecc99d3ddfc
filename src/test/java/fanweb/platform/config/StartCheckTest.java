package fanweb.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.platform.InvalidSettingException;
import fanweb.platform.SettingsReader;
import fanweb.platform.Weakness;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartCheckTest {
  /** What a site has whose makers thought of everything. */
  private final Map<String, String> values =
      new HashMap<>(
          Map.of(
              "fanweb.mode", "production",
              "fanweb.data", System.getProperty("java.io.tmpdir"),
              "fanweb.db.driver", "mariadb",
              "fanweb.db.url", "jdbc:mariadb://127.0.0.1:3306/fan-web",
              "fanweb.db.password", "Wr4-pfl-Quxo"));

  private List<Weakness> run() {
    return StartCheck.run(
        new SettingsReader(
            name ->
                Optional.ofNullable(values.get(name))
                    .or(() -> Optional.ofNullable(ProcessSettings.packaged().getProperty(name)))));
  }

  @Test
  void a_site_that_is_set_up_well_has_no_weakness() {
    assertThat(run()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fanweb.account.password-min-length  | 7
          fanweb.chat.rate-per-second         | 0
          fanweb.chat.rate-per-address        | 0
          fanweb.chat.connections-per-address | 0
          fanweb.chat.allowed-origins         | https://a.example, http://shop.example
          fanweb.db.allow-volatile            | true
          fanweb.static.url                   | http://cdn.example/static/
          """)
  void what_is_weak_is_named_and_the_site_starts(String setting, String value) {
    values.put(setting, value);

    assertThat(run())
        .singleElement()
        .extracting(Weakness::setting, Weakness::fatal)
        .containsExactly(setting, false);
  }

  @Test
  void the_embedded_database_is_named_too() {
    values.put("fanweb.db.driver", "h2");
    values.put("fanweb.db.url", "jdbc:h2:file:~/x");
    values.remove("fanweb.db.password");

    assertThat(run()).extracting(Weakness::setting).containsExactly("fanweb.db.driver");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fanweb.http.trusted-proxies | 0.0.0.0/0
          fanweb.http.trusted-proxies | 10.0.0.1, ::/0
          fanweb.api.token            | changeme-changeme-changeme-changeme
          fanweb.db.password          | fan-web
          fanweb.db.password          | ''
          """)
  void what_opens_the_site_to_everybody_keeps_it_from_starting(String setting, String value) {
    values.put(setting, value);

    assertThatThrownBy(this::run)
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith(setting + ": ")
        .message()
        .doesNotContain("changeme");
  }

  @Test
  void a_developer_alone_with_the_machine_is_not_bothered() {
    values.put("fanweb.mode", "dev");
    values.put("fanweb.db.password", "");
    values.put("jboss.bind.address", "127.0.0.1");

    assertThat(run()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void dev_mode_within_the_reach_of_others_is_named_with_all_else(String address) {
    values.put("fanweb.mode", "dev");
    values.put("fanweb.db.password", "");
    values.put("jboss.bind.address", address);

    assertThat(run())
        .extracting(Weakness::setting)
        .containsExactlyInAnyOrder("fanweb.mode", "fanweb.db.password");
  }
}
