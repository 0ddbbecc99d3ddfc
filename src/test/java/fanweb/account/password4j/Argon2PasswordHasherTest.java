package fanweb.account.password4j;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.account.AccountSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2PasswordHasherTest {
  private final Argon2PasswordHasher hasher =
      new Argon2PasswordHasher(new AccountSettings(8, 7_168, 1, 1));

  @Test
  void a_hash_names_its_algorithm_and_cost_and_fits_its_column() {
    assertThat(hasher.hash("12345678"))
        .startsWith("$argon2id$v=19$m=7168,t=1,p=1$")
        .hasSizeLessThanOrEqualTo(255);
  }

  @Test
  void a_hash_knows_its_password_and_no_other() {
    String hash = hasher.hash("张三的密码😀");
    assertThat(hasher.verify("张三的密码😀", hash)).isTrue();
    assertThat(hasher.verify("张三的密码", hash)).isFalse();
  }

  @Test
  void the_same_password_never_has_the_same_hash() {
    assertThat(hasher.hash("12345678")).isNotEqualTo(hasher.hash("12345678"));
  }

  @Test
  void hashes_of_other_costs_stay_good_but_are_outdated() {
    Argon2PasswordHasher other = new Argon2PasswordHasher(new AccountSettings(8, 8_192, 2, 1));
    String old = other.hash("12345678");

    assertThat(hasher.verify("12345678", old)).isTrue();
    assertThat(hasher.isOutdated(old)).isTrue();
    assertThat(hasher.isOutdated(hasher.hash("12345678"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345678", "$argon2id$", "$argon2id$v=19$m=1", "$2a$10$abc"})
  void what_is_no_hash_is_nobodys_and_outdated(String hash) {
    assertThat(hasher.verify("12345678", hash)).isFalse();
    assertThat(hasher.isOutdated(hash)).isTrue();
  }
}
