package fanweb.manage.drafting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.manage.Console;
import fanweb.manage.Context;
import fanweb.manage.Failure;
import fanweb.manage.Words;
import fanweb.platform.config.ProcessSettings;
import fanweb.platform.migration.ColumnKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefaultPromptTest {
  private static final NeededDefault CITY =
      new NeededDefault("account_userinfo.city", "VARCHAR(5)", ColumnKind.TEXT, 5);

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void who_types_what_does_not_fit_is_asked_again() {
    assertThat(prompt("too long\n北京\n").typed(CITY)).isEqualTo("'北京'");
    assertThat(err.toString(UTF_8))
        .startsWith("account_userinfo.city (VARCHAR(5)) must have a value; rows from before get: ")
        .contains("\"too long\" is no value for account_userinfo.city, VARCHAR(5)")
        .endsWith("\naccount_userinfo.city (VARCHAR(5)) must have a value; rows from before get: ");
  }

  @Test
  void who_goes_away_is_told_of_the_option() {
    assertThatThrownBy(() -> prompt("").typed(CITY))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("--default account_userinfo.city=VALUE");
  }

  private DefaultPrompt prompt(String input) {
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new ByteArrayOutputStream(),
            err,
            Map.of());
    return new DefaultPrompt(
        new Context(console, Words.of(Map.of()), ProcessSettings.of(Map.of())), Map.of());
  }
}
