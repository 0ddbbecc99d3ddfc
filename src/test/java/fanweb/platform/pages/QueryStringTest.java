package fanweb.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryStringTest {
  @Test
  void the_first_value_of_a_name_is_found() {
    assertThat(QueryString.first("a=1&lang=en&lang=zh", "lang")).hasValue("en");
    assertThat(QueryString.first("slang=en&lang", "lang")).isEmpty();
    assertThat(QueryString.first(null, "lang")).isEmpty();
  }

  @Test
  void a_value_replaces_all_of_its_name_and_keeps_the_rest_as_it_was() {
    assertThat(QueryString.with("lang=zh&group_id=%E5%BB%BA&lang=x", "lang", "en"))
        .isEqualTo("group_id=%E5%BB%BA&lang=en");
    assertThat(QueryString.with(null, "lang", "en")).isEqualTo("lang=en");
  }
}
