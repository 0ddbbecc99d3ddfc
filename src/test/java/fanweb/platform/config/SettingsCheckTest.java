package fanweb.platform.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCheckTest {
  private final Properties system = new Properties();
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run() {
    return new SettingsCheck(system, environment, SettingsCheck.packaged())
        .run(new PrintStream(err, true, UTF_8));
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
}
