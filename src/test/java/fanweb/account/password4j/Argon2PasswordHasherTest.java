package fanweb.account.password4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.Password;
import fanweb.account.AccountSettings;
import org.junit.jupiter.api.Test;

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
    Argon2Function function = Argon2Function.getInstanceFromHash(hash);
    assertThat(Password.check("张三的密码😀", hash).with(function)).isTrue();
    assertThat(Password.check("张三的密码", hash).with(function)).isFalse();
  }

  @Test
  void the_same_password_never_has_the_same_hash() {
    assertThat(hasher.hash("12345678")).isNotEqualTo(hasher.hash("12345678"));
  }
}
