package fanweb.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fanweb.platform.RefusedException;
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

  private final Passwords passwords = new Passwords(password -> "hash of " + password, SETTINGS);

  @ParameterizedTest
  @ValueSource(strings = {"", "123", "1234567", "😀😀😀😀😀😀😀"})
  void short_ones_are_refused_by_a_rule_with_its_numbers(String password) {
    assertThatThrownBy(() -> passwords.hash(password, "/password"))
        .isInstanceOf(RefusedException.class)
        .hasMessage("/password must have 8 to 128 characters");
  }

  @Test
  void length_is_counted_in_characters() {
    assertThat(passwords.hash("😀".repeat(128), "/password")).startsWith("hash of 😀");
    assertThatThrownBy(() -> passwords.hash("x".repeat(129), "/password"))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void the_same_password_from_another_keyboard_is_the_same() {
    assertThat(passwords.hash("e\u0301 très long", "/p"))
        .isEqualTo(passwords.hash("é très long", "/p"));
  }

  @Test
  void only_a_few_are_hashed_at_once_and_who_waits_too_long_is_told() throws Exception {
    Turnstile turnstile = new Turnstile();
    Passwords slow = new Passwords(turnstile, SETTINGS);
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      Future<String> first = threads.submit(() -> slow.hash("12345678", "/p"));
      Future<String> second = threads.submit(() -> slow.hash("12345678", "/p"));
      await().until(() -> turnstile.inside.get() == 2);

      assertThatThrownBy(() -> slow.hash("12345678", "/p"))
          .isInstanceOfSatisfying(
              RefusedException.class,
              busy -> assertThat(busy.reason()).isEqualTo(RefusedException.Reason.BUSY));
      assertThat(turnstile.inside).hasValue(2);

      turnstile.open.countDown();
      assertThat(first.get()).isEqualTo(second.get());
      assertThat(slow.hash("12345678", "/p")).isEqualTo("hash");
    } finally {
      turnstile.open.countDown();
      threads.shutdownNow();
    }
  }

  @Test
  void a_turn_is_given_back_when_hashing_fails() {
    Passwords broken =
        new Passwords(
            password -> {
              throw new IllegalStateException("no memory");
            },
            SETTINGS);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> broken.hash("12345678", "/p")).hasMessage("no memory");
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
  }
}
