package fanweb.account.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.platform.Fault;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {
  private static final UnaryOperator<String> TYPED = field -> field.equals("name") ? "" : "x";

  private static Faults of(RefusedException refusal) {
    return Faults.of(refusal, TYPED);
  }

  @Test
  void a_fault_stands_at_its_field_and_says_when_nothing_was_typed() {
    Faults faults =
        of(
            RefusedException.invalid(
                List.of(
                    Fault.inBody("/password", "must have 8 to 128 characters"),
                    Fault.inBody("/name", "is missing"),
                    Fault.inBody("/password", "must not be a common one"))));
    assertThat(faults.fields())
        .containsExactly(Map.entry("password", "password"), Map.entry("name", "empty"));
    assertThat(faults.any()).isTrue();
    assertThat(faults.of("login")).isEmpty();
  }

  @Test
  void a_login_that_somebody_has_is_a_fault_of_that_field() {
    Faults faults = of(new RefusedException(Reason.CONFLICT, "Taken", "login_taken", 0));
    assertThat(faults.of("login")).isEqualTo("taken");
  }

  @Test
  void what_concerns_no_field_concerns_the_form() {
    assertThat(of(new RefusedException(Reason.UNAUTHENTICATED, "No", "wrong_credentials", 0)))
        .isEqualTo(new Faults("wrong", Map.of(), 0));
    assertThat(of(new RefusedException(Reason.TOO_OFTEN, "No", "too_many_tries", 42)))
        .isEqualTo(new Faults("slow", Map.of(), 42));
    assertThat(of(new RefusedException(Reason.BUSY, "Busy")).form()).isEqualTo("busy");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void what_was_not_typed_is_no_matter_of_the_form(Reason reason) {
    RefusedException refusal =
        new RefusedException(reason, "No", List.of(Fault.inBody("/link", "is spent")));
    if (Set.of(Reason.BUSY).contains(reason)) {
      assertThat(of(refusal).any()).isTrue();
    } else {
      assertThatThrownBy(() -> of(refusal)).isSameAs(refusal);
    }
  }
}
