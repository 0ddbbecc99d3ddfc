package fanweb.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfTokenTest {
  private final SecureRandom random = new SecureRandom();
  private final CsrfToken token = CsrfToken.create(random);

  @Test
  void every_copy_looks_different_and_matches() {
    String first = token.masked(random);
    String second = token.masked(random);

    assertThat(first).isNotEqualTo(second).doesNotContain(token.cookie());
    assertThat(token.matches(first)).isTrue();
    assertThat(token.matches(second)).isTrue();
  }

  @Test
  void the_cookie_brings_the_secret_back() {
    CsrfToken again = CsrfToken.parse(token.cookie()).orElseThrow();
    assertThat(again.matches(token.masked(random))).isTrue();
  }

  @Test
  void the_copy_of_another_secret_does_not_match() {
    assertThat(token.matches(CsrfToken.create(random).masked(random))).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "x", "????", "AAAA"})
  void what_is_no_copy_does_not_match(String masked) {
    assertThat(token.matches(masked)).isFalse();
    CsrfToken zero = CsrfToken.parse("A".repeat(43)).orElseThrow();
    assertThat(zero.matches(masked)).isFalse();
  }

  @Test
  void a_copy_with_one_bit_changed_does_not_match() {
    byte[] bytes = Base64.getUrlDecoder().decode(token.masked(random));
    bytes[40] ^= 1;
    assertThat(token.matches(Base64.getUrlEncoder().encodeToString(bytes))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "not base 64!"})
  void a_cookie_that_is_none_of_ours_is_no_secret(String cookie) {
    assertThat(CsrfToken.parse(cookie)).isEmpty();
  }
}
