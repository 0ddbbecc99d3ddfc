package fanweb.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.platform.Fault;
import fanweb.platform.RefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownPermissionsTest {
  private final KnownPermissions known = KnownPermissions.installed();

  @Test
  void there_are_those_of_every_feature_and_the_one_for_all() {
    assertThat(known.codes())
        .contains("*", "user.view", "token.add", "group.moderate", "message.add");
  }

  @Test
  void they_are_stored_once_and_in_order() {
    assertThat(known.checked(List.of("user.view", "role.add", "user.view"), "/permissions"))
        .containsExactly("role.add", "user.view");
  }

  @Test
  void unknown_ones_are_refused_by_name_and_place() {
    String endless = "x".repeat(5_000);
    assertThatThrownBy(
            () -> known.checked(List.of("user.view", "user.fly", endless), "/permissions"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refusal -> {
              assertThat(refusal.faults())
                  .extracting(Fault::name)
                  .containsExactly("/permissions/1", "/permissions/2");
              assertThat(refusal.faults().get(0).detail()).contains("user.fly");
              assertThat(refusal.faults().get(1).detail()).hasSizeLessThan(100);
            });
  }
}
