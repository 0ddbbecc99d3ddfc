package fanweb.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {
  @Test
  void values_are_decoded_and_keep_their_order() {
    assertThat(QueryParameters.parse("b=1&a=%E5%BC%A0%2B+x&b=&c&=d&&b=2"))
        .containsExactly(
            Map.entry("b", List.of("1", "", "2")),
            Map.entry("a", List.of("张+ x")),
            Map.entry("c", List.of("")),
            Map.entry("", List.of("d")));
  }

  @Test
  void no_query_has_no_parameters() {
    assertThat(QueryParameters.parse(null)).isEmpty();
    assertThat(QueryParameters.parse("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%1", "a=%zz", "%g0=a", "a=%ff", "a=%c3%28", "a=%ed%a0%80"})
  void what_is_no_utf8_is_refused_and_not_replaced(String query) {
    assertThatThrownBy(() -> QueryParameters.parse(query))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.faults().get(0).place()).isEqualTo(Fault.Place.PARAMETER));
  }
}
