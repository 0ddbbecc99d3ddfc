package fanweb.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fanweb.account.Identity.Proof;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountPolicyTest {
  private final AccountPolicy policy = new AccountPolicy();

  private static Identity user(Proof proof, String... codes) {
    return new Identity(proof, 1, 1, "u_1", "n", Permissions.of(List.of(codes)));
  }

  private static RefusedException refusal(Runnable call) {
    try {
      call.run();
    } catch (RefusedException e) {
      return e;
    }
    throw new AssertionError("was not refused");
  }

  @Test
  void who_is_not_known_is_told_how_to_get_in_and_others_what_they_need() {
    Identity guest = Identity.guest("", Permissions.NONE);
    RefusedException unknown = refusal(() -> policy.demand(guest, "user.view"));
    assertThat(unknown.reason()).isEqualTo(Reason.UNAUTHENTICATED);
    assertThat(unknown.detail()).contains("user.view", "sign in", "fanweb.api.token");
    assertThat(unknown.headers()).containsEntry("WWW-Authenticate", "Bearer");
    RefusedException known =
        refusal(() -> policy.demand(user(Proof.SESSION, "user.add"), "user.view"));
    assertThat(known.reason()).isEqualTo(Reason.FORBIDDEN);
    assertThat(known.detail()).contains("user.view");
    assertThatCode(() -> policy.demand(user(Proof.SESSION, "*"), "user.view"))
        .doesNotThrowAnyException();
  }

  @Test
  void nobody_gives_what_they_have_not() {
    Permissions some = Permissions.of(List.of("user.add", "user.view"));
    assertThat(refusal(() -> policy.demandOwn(user(Proof.SESSION, "user.view"), some)).detail())
        .contains("user.add");
    assertThat(
            refusal(() -> policy.demandOwn(user(Proof.SESSION, "user.view"), Permissions.ALL))
                .reason())
        .isEqualTo(Reason.FORBIDDEN);
    assertThatCode(
            () -> policy.demandOwn(user(Proof.SESSION, "user.view", "user.add", "x.y"), some))
        .doesNotThrowAnyException();
  }

  @Test
  void nobody_changes_whoever_may_more() {
    Identity who = user(Proof.SESSION, "user.change", "user.view");
    assertThat(refusal(() -> policy.demandRank(who, Permissions.ALL)).detail())
        .contains("may more", "*");
    assertThatCode(() -> policy.demandRank(who, Permissions.of(List.of("user.view"))))
        .doesNotThrowAnyException();
    assertThatCode(() -> policy.demandRank(Identity.machine(), Permissions.ALL))
        .doesNotThrowAnyException();
  }

  @Test
  void an_account_has_whoever_signed_in_and_a_token_that_may_make_others() {
    assertThatCode(() -> policy.demandAccount(user(Proof.SESSION))).doesNotThrowAnyException();
    assertThatCode(() -> policy.demandAccount(user(Proof.TOKEN, "token.add")))
        .doesNotThrowAnyException();
    assertThat(refusal(() -> policy.demandAccount(user(Proof.TOKEN, "message.add"))).reason())
        .isEqualTo(Reason.FORBIDDEN);
    assertThat(refusal(() -> policy.demandAccount(Identity.machine())).reason())
        .isEqualTo(Reason.FORBIDDEN);
    Permissions generous = Permissions.ALL;
    assertThat(refusal(() -> policy.demandAccount(Identity.guest("g_1", generous))).reason())
        .isEqualTo(Reason.UNAUTHENTICATED);
  }
}
