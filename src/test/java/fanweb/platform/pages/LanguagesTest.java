package fanweb.platform.pages;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh-CN,zh;q=0.9,en;q=0.8 | zh",
        "en-GB,en;q=0.9 | en",
        "fr,en;q=0.5,zh;q=0.4 | en",
        "fr,zh-TW;q=0.5,en;q=0.4 | zh",
        "fr,de;q=0.5 | en",
        "* | zh",
        "'' | zh",
        "zh;q=0,en | en",
        ";;;=, | zh"
      })
  void the_best_of_ours_is_taken(String header, String language) {
    assertThat(Languages.accepted(header).getLanguage()).isEqualTo(language);
  }

  @Test
  void without_a_wish_it_is_chinese() {
    assertThat(Languages.accepted(null)).isEqualTo(Languages.CHINESE);
  }

  @Test
  void a_header_longer_than_any_browser_s_is_not_read() {
    String endless = "en" + ",en-GB;q=0.5".repeat(75_000);
    assertTimeoutPreemptively(
        ofSeconds(5), () -> assertThat(Languages.accepted(endless)).isEqualTo(Languages.CHINESE));
    assertThat(Languages.accepted("en" + " ".repeat(198))).isEqualTo(Languages.ENGLISH);
    assertThat(Languages.accepted("en" + " ".repeat(199))).isEqualTo(Languages.CHINESE);
  }

  @Test
  void only_our_own_can_be_named() {
    assertThat(Languages.named("en")).hasValue(Languages.ENGLISH);
    assertThat(Languages.named("EN")).isEmpty();
    assertThat(Languages.named("")).isEmpty();
  }
}
