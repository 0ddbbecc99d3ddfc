package fanweb.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.platform.Fault;
import jakarta.json.bind.annotation.JsonbNillable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonShapeTest {
  record Tree(
      String text,
      int whole,
      long large,
      boolean flag,
      @JsonbNillable @Nullable Integer perhaps,
      List<String> words,
      List<Leaf> leaves) {}

  record Leaf(String name) {}

  private static List<Fault> faults(String json) {
    return JsonShape.faults(JsonText.parse(json.getBytes(StandardCharsets.UTF_8)), Tree.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"text\":\"😀\",\"whole\":-2147483648,\"large\":9223372036854775807,\"flag\":false}",
        "{\"perhaps\":null}",
        "{\"perhaps\":7}",
        "{\"words\":[],\"leaves\":[{}, {\"name\":\"a\"}]}"
      })
  void what_fits_has_no_fault(String json) {
    assertThat(faults(json)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]                                | ``",
        "{\"text\":1}                      | /text",
        "{\"text\":null}                   | /text",
        "{\"text\":\"\\udc00\"}            | /text",
        "{\"whole\":\"1\"}                 | /whole",
        "{\"whole\":1.0}                   | /whole",
        "{\"whole\":1e3}                   | /whole",
        "{\"whole\":2147483648}            | /whole",
        "{\"whole\":1E+999999999}          | /whole",
        "{\"large\":9223372036854775808}   | /large",
        "{\"flag\":\"true\"}               | /flag",
        "{\"flag\":0}                      | /flag",
        "{\"perhaps\":\"\"}                | /perhaps",
        "{\"words\":{}}                    | /words",
        "{\"words\":[\"a\",null]}          | /words/1",
        "{\"leaves\":[{\"name\":true}]}    | /leaves/0/name",
        "{\"leaves\":[[]]}                 | /leaves/0",
        "{\"leaves\":[{\"nick\":1}]}       | /leaves/0/nick",
        "{\"a/b\":1}                       | /a~1b",
        "{\"~\":1}                         | /~0"
      })
  void what_does_not_is_named_by_its_pointer(String json, String pointer) {
    assertThat(faults(json)).extracting(Fault::name).containsExactly(pointer);
  }

  @Test
  void only_some_of_very_many_faults_are_told() {
    assertThat(faults("{\"words\":[" + "1,".repeat(5_000) + "1]}")).hasSize(20);
  }

  @Test
  void a_very_long_name_is_cut() {
    assertThat(faults("{\"" + "x".repeat(10_000) + "\":1}").get(0).name()).hasSizeLessThan(100);
  }
}
