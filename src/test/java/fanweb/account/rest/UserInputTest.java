package fanweb.account.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.account.AccountSettings;
import fanweb.account.Passwords;
import fanweb.account.PlainHasher;
import fanweb.account.UserDraft;
import fanweb.platform.Patch;
import fanweb.platform.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserInputTest {
  private final UserInput input =
      new UserInput(
          new Passwords(
              new PlainHasher(), "password1"::equals, new AccountSettings(8, 19_456, 2, 2)));

  private UserDraft draft(String name, @Nullable String login) {
    return input.draft(new NewUser(name, "12345678", login, null, null, null));
  }

  @Test
  void names_lose_the_spaces_around_them_and_logins_their_case() {
    UserDraft draft = draft("  张 三 ", "Ａlice@Example.org");
    assertThat(draft.name()).isEqualTo("张 三");
    assertThat(draft.login()).hasValue("alice@example.org");
    assertThat(draft.passwordHash()).isEqualTo("#12345678");
    assertThat(draft.toString()).doesNotContain("12345678");
  }

  /** Letters that become spaces, combining marks or very many letters in their plain form. */
  @ParameterizedTest
  @ValueSource(strings = {"\uFDFA", "\u0130", "a\uFDFBb"})
  void a_login_must_still_be_one_in_its_plain_form(String login) {
    assertThatThrownBy(() -> draft("a", login))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.faults().get(0).name()).isEqualTo("/login"));
  }

  @Test
  void a_patch_touches_only_what_it_gives() {
    UserDraft old =
        new UserDraft("n", "#old", Optional.of("l"), 5, OptionalInt.of(6), List.of("r"), true);
    UserChanges nothing = new UserChanges(null, null, null, null, null, null, null, null);

    assertThat(input.change(new Patch<>(nothing, Set.of("data", "login"))).apply(old))
        .isEqualTo(
            new UserDraft(
                "n", "#old", Optional.empty(), 5, OptionalInt.empty(), List.of("r"), true));
  }
}
