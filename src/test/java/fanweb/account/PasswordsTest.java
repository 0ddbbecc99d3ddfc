package fanweb.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fanweb.account.zxcvbn.CommonPasswords;
import fanweb.platform.RefusedException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  private static final AccountSettings SETTINGS = new AccountSettings(8, 19_456, 2, 2);

  private final Counting hasher = new Counting();
  private final Passwords passwords = new Passwords(hasher, new CommonPasswords(), SETTINGS);

  private String hash(String password) {
    return passwords.hash(password, "/password", List.of("anna.b@example.org", "Анна Б 1990"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123", "1234567", "😀😀😀😀😀😀😀"})
  void short_ones_are_refused_by_a_rule_with_its_numbers(String password) {
    assertThatThrownBy(() -> hash(password))
        .isInstanceOf(RefusedException.class)
        .hasMessage("/password must have 8 to 128 characters");
  }

  @Test
  void length_is_counted_in_characters() {
    assertThat(hash("😀".repeat(128))).startsWith("#😀");
    assertThatThrownBy(() -> hash("x".repeat(129))).isInstanceOf(RefusedException.class);
  }

  @Test
  void the_same_password_from_another_keyboard_is_the_same() {
    assertThat(hash("e\u0301 très long")).isEqualTo(hash("é très long"));
    assertThat(passwords.verify("e\u0301 très long", hash("é très long"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678", "password1", "PassWord", "qwertyuiop", "ｐａｓｓｗｏｒｄ"})
  void those_that_everybody_tries_first_are_refused_in_whatever_letters(String password) {
    assertThatThrownBy(() -> hash(password))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("everybody tries first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"anna.b@example.org", "ANNA.B@example.org", "анна б 1990"})
  void the_login_and_the_name_are_no_passwords(String password) {
    assertThatThrownBy(() -> hash(password))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("the login or the name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aaaaaaab", "correct horse 42", "        ", "张三李四王五赵六"})
  void nothing_is_said_about_what_a_password_is_made_of(String password) {
    assertThat(hash(password)).startsWith("#");
  }

  @Test
  void a_password_that_nobody_has_takes_the_same_work_as_a_wrong_one() {
    String known = hash("correct horse 42");
    passwords.verify("warm up", "");
    hasher.verified.set(0);

    assertThat(passwords.verify("wrong", known)).isFalse();
    assertThat(hasher.verified).hasValue(1);
    assertThat(passwords.verify("wrong", "")).isFalse();
    assertThat(hasher.verified).hasValue(2);
    assertThat(hasher.looked).startsWith("#");
    assertThat(passwords.verify("nobody's", "")).isFalse();
    assertThat(passwords.verify("x".repeat(100_000), known)).isFalse();
    assertThat(hasher.verified).hasValue(4);
  }

  @Test
  void only_an_old_hash_is_upgraded() {
    assertThat(passwords.upgraded("1234", "##1234")).isEqualTo("#1234");
    assertThat(passwords.upgraded("1234", "#1234")).isEqualTo("#1234");
  }

  @Test
  void only_a_few_are_hashed_at_once_and_who_waits_too_long_is_told() throws Exception {
    Turnstile turnstile = new Turnstile();
    Passwords slow = new Passwords(turnstile, word -> false, SETTINGS);
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      Future<String> first = threads.submit(() -> slow.hash("12345678", "/p", List.of()));
      Future<Boolean> second = threads.submit(() -> slow.verify("12345678", "hash"));
      await().until(() -> turnstile.inside.get() == 2);

      assertThatThrownBy(() -> slow.hash("12345678", "/p", List.of()))
          .isInstanceOfSatisfying(
              RefusedException.class,
              busy -> assertThat(busy.reason()).isEqualTo(RefusedException.Reason.BUSY));
      assertThat(turnstile.inside).hasValue(2);

      turnstile.open.countDown();
      assertThat(first.get()).isEqualTo("hash");
      assertThat(second.get()).isTrue();
      assertThat(slow.hash("12345678", "/p", List.of())).isEqualTo("hash");
    } finally {
      turnstile.open.countDown();
      threads.shutdownNow();
    }
  }

  @Test
  void a_turn_is_given_back_when_hashing_fails() {
    hasher.broken = true;
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> hash("correct horse 42")).hasMessage("no memory");
    }
  }

  /** Counts what is looked at. */
  private static final class Counting implements PasswordHasher {
    private final PlainHasher plain = new PlainHasher();
    final AtomicInteger verified = new AtomicInteger();
    String looked = "";
    boolean broken;

    @Override
    public String hash(String password) {
      if (broken) {
        throw new IllegalStateException("no memory");
      }
      return plain.hash(password);
    }

    @Override
    public boolean verify(String password, String hash) {
      verified.incrementAndGet();
      looked = hash;
      return plain.verify(password, hash);
    }

    @Override
    public boolean isOutdated(String hash) {
      return plain.isOutdated(hash);
    }
  }

  /** Lets nobody finish before it is opened. */
  private static final class Turnstile implements PasswordHasher {
    final CountDownLatch open = new CountDownLatch(1);
    final AtomicInteger inside = new AtomicInteger();

    @Override
    public String hash(String password) {
      inside.incrementAndGet();
      try {
        open.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return "hash";
    }

    @Override
    public boolean verify(String password, String hash) {
      return hash(password).equals(hash);
    }

    @Override
    public boolean isOutdated(String hash) {
      return false;
    }
  }
}
