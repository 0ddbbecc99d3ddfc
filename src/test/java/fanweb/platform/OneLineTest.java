package fanweb.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class OneLineTest {
  private record Named(@OneLine(max = 32) String name) {}

  @Test
  void a_name_is_counted_as_it_is_stored() {
    OneLine.Check check = new OneLine.Check();
    check.initialize(
        Objects.requireNonNull(
            Objects.requireNonNull(Named.class.getRecordComponents())[0]
                .getAnnotatedType()
                .getAnnotation(OneLine.class)));
    assertThat("\uFB2C".repeat(32)).hasSize(32);
    assertThat(check.isValid("\uFB2C".repeat(32))).isFalse();
    assertThat(check.isValid("\uFB2C".repeat(10))).isTrue();
    assertThat(check.isValid("e\u0301".repeat(32))).isTrue();
    assertThat(check.isValid(" " + "x".repeat(32) + " ")).isTrue();
    assertThat(check.isValid("x".repeat(33))).isFalse();
    assertThat(check.isValid("a\u2028b")).isFalse();
    assertThat(check.isValid("\u200b")).isFalse();
    assertThat(check.isValid("👩\u200d💻")).isTrue();
  }
}
