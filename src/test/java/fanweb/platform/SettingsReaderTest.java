package fanweb.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
  private static SettingsReader with(String value) {
    return new SettingsReader(name -> Optional.of(value));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "100000, 100000", "' 7 ', 7", "+7, 7"})
  void whole_numbers_within_bounds_are_read(String value, int expected) {
    assertThat(with(value).integer("x", 0, 100_000)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"many", "", "-1", "100001", "1.5", "99999999999999999999", "٣a"})
  void other_numbers_are_refused_in_one_line(String value) {
    assertThatThrownBy(() -> with(value).integer("fanweb.chat.rate-per-second", 0, 100_000))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "fanweb.chat.rate-per-second = \""
                + value
                + "\": must be a whole number from 0 to 100000");
  }

  @Test
  void a_missing_value_counts_as_empty() {
    SettingsReader nothing = new SettingsReader(name -> Optional.empty());
    assertThat(nothing.list("x")).isEmpty();
    assertThatThrownBy(() -> nothing.bool("x")).hasMessage("x = \"\": must be true or false");
  }

  @Test
  void choices_are_read_in_any_case_and_answered_as_listed() {
    assertThat(with("PRODUCTION").choice("x", "dev", "production")).isEqualTo("production");
    assertThatThrownBy(() -> with("test").choice("fanweb.mode", "dev", "production"))
        .hasMessage("fanweb.mode = \"test\": must be dev or production");
  }

  @Test
  void origins_are_told_apart_as_browsers_write_them() {
    assertThat(with("https://Example.org:443, http://a.b:8080,,https://example.org").origins("x"))
        .containsExactly("https://example.org", "http://a.b:8080");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org",
        "https://example.org/",
        "https://example.org/x",
        "https://u@example.org",
        "https://example.org:",
        "https://example.org:99999",
        "https://*.example.org",
        "ftp://example.org",
        "null",
        "*"
      })
  void what_is_no_origin_is_refused(String value) {
    assertThatThrownBy(() -> with(value).origins("x")).hasMessageContaining("exact origins");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/static/", "/a/b/", "https://cdn.example.org/static/"})
  void bases_start_and_end_with_a_slash_or_are_addresses(String value) {
    assertThat(with(value).base("x")).isEqualTo(URI.create(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "static/",
        "/static",
        "//cdn/static/",
        "/a/../b/",
        "/a b/",
        "/a//b/",
        "/*/",
        "https://cdn.example.org/",
        "https://cdn.example.org/static",
        "ftp://cdn/static/",
        "https://cdn.example.org/static/?v=1",
        "/static/#x/",
        "javascript:alert(1)/"
      })
  void other_bases_are_refused(String value) {
    assertThatThrownBy(() -> with(value).base("fanweb.static.url"))
        .hasMessageStartingWith("fanweb.static.url = ")
        .hasMessageContaining("must be a path like /static/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ws/", "/index/a/", "/openapi/", "https://cdn.example.org/api/"})
  void static_files_are_not_where_something_else_is(String value) {
    Map<String, String> values =
        Map.of("fanweb.mode", "dev", "fanweb.data", "/d", "fanweb.static.url", value);
    SettingsReader settings = new SettingsReader(name -> Optional.ofNullable(values.get(name)));
    assertThatThrownBy(() -> PlatformSettings.read(settings))
        .hasMessage(
            "fanweb.static.url = \"%s\": must be elsewhere, for these are the site's own: /ws/"
                + " /index/ /health/ /routes/ /api/ /metrics/ /examples/ /openapi/ /account/",
            value);
  }

  @Test
  void paths_are_absolute() {
    assertThat(with("/srv/fan web/../data").path("x")).isEqualTo(Path.of("/srv/data"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "data", "./data", "~/data", " /data", "/a;MODE=X", "/a\"b", "/a\nb", "/a\0"})
  void what_the_url_of_the_database_would_not_bear_is_no_path(String value) {
    assertThatThrownBy(() -> with(value).path("fanweb.data"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("fanweb.data = ")
        .hasMessageEndingWith("must be an absolute path without ; or \" or control characters")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void the_line_stays_one_line_and_short() {
    assertThatThrownBy(() -> with("a\nb" + "x".repeat(200)).bool("x"))
        .message()
        .doesNotContain("\n")
        .hasSizeLessThan(140);
  }

  @Test
  void secrets_are_never_shown() {
    assertThat(new InvalidSettingException("fanweb.api.token", "hunter2", "must be longer"))
        .hasMessage("fanweb.api.token = (not shown): must be longer");
  }
}
