package fanweb.platform.errors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptHeaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | true",
        "application/problem+json | true",
        "application/* | true",
        "application/json, text/html;q=0.9 | true",
        "text/html, application/json;q=0.9 | false",
        "text/html,application/xhtml+xml,*/*;q=0.8 | false",
        "*/* | false",
        "image/png | false",
        "application/json;q=0, */*;q=0.1 | false",
        ",;,q= | false"
      })
  void json_is_for_those_who_like_it_better_than_html(String header, boolean json) {
    assertThat(AcceptHeader.prefersJson(header)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/yaml | true",
        "text/yaml, */*;q=0.1 | true",
        "application/json, application/yaml;q=0.9 | false",
        "application/json;q=0.5, application/yaml;q=0.9 | true",
        "text/html,application/xhtml+xml,*/*;q=0.8 | false",
        "application/* | false",
        "*/* | false"
      })
  void yaml_is_for_those_who_like_it_better_than_json(String header, boolean yaml) {
    assertThat(AcceptHeader.prefersYaml(header)).isEqualTo(yaml);
  }

  @Test
  void without_a_wish_it_is_neither() {
    assertThat(AcceptHeader.prefersJson(null)).isFalse();
    assertThat(AcceptHeader.prefersYaml(null)).isFalse();
  }
}
