package fanweb.account;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.platform.ClientAddress;
import fanweb.platform.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
  private static final ClientAddress HERE = new ClientAddress("192.0.2.1");
  private static final ClientAddress THERE = new ClientAddress("2001:db8::/64");

  private long seconds;
  private int places = 100;
  private final SignInThrottle throttle =
      new SignInThrottle(() -> TimeUnit.SECONDS.toNanos(seconds));

  /** How long the next try has to wait; 0 when it was one. */
  private int tried(String login, ClientAddress address) {
    try {
      throttle.begin(login, address);
      return 0;
    } catch (RefusedException e) {
      return Integer.parseInt(e.headers().get("Retry-After"));
    }
  }

  @Test
  void after_five_each_try_waits_twice_as_long_up_to_a_minute() {
    List<Integer> waits = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      int wait = tried("anna", HERE);
      if (wait > 0) {
        waits.add(wait);
        seconds += wait;
        assertThat(tried("anna", HERE)).isZero();
      }
    }
    assertThat(waits).containsExactly(1, 2, 4, 8, 16, 32, 60);
  }

  @Test
  void a_try_that_comes_too_soon_does_not_make_it_longer() {
    for (int i = 0; i < 5; i++) {
      assertThat(tried("anna", HERE)).isZero();
    }
    for (int i = 0; i < 100; i++) {
      assertThat(tried("anna", HERE)).isEqualTo(1);
    }
  }

  @Test
  void nobody_is_kept_out_by_what_comes_from_elsewhere() {
    for (int i = 0; i < 50; i++) {
      tried("anna", HERE);
      seconds += 60;
    }
    assertThat(tried("anna", HERE)).isZero();
    assertThat(tried("anna", HERE)).isEqualTo(60);
    assertThat(tried("anna", THERE)).isZero();
  }

  @Test
  void spraying_many_logins_from_one_address_is_slowed() {
    for (int i = 0; i < 20; i++) {
      assertThat(tried("user" + i, HERE)).isZero();
    }
    assertThat(tried("user20", HERE)).isEqualTo(1);
    assertThat(tried("user20", THERE)).isZero();
  }

  @Test
  void the_right_password_clears_its_pair_and_no_other() {
    for (int i = 0; i < 4; i++) {
      assertThat(tried("anna", HERE)).isZero();
      assertThat(tried("ben", HERE)).isZero();
    }
    throttle.begin("anna", HERE).succeeded();
    for (int i = 0; i < 5; i++) {
      assertThat(tried("anna", HERE)).isZero();
    }
    assertThat(tried("anna", HERE)).isEqualTo(1);
    assertThat(tried("ben", HERE)).isZero();
    assertThat(tried("ben", HERE)).isEqualTo(1);
  }

  @Test
  void good_sign_ins_of_many_from_one_address_do_not_add_up() {
    for (int i = 0; i < 100; i++) {
      throttle.begin("user" + i, HERE).succeeded();
    }
    assertThat(tried("anna", HERE)).isZero();
  }

  @Test
  void tries_are_forgotten_after_an_hour() {
    for (int i = 0; i < 5; i++) {
      tried("anna", HERE);
    }
    seconds += 3_601;
    for (int i = 0; i < 5; i++) {
      assertThat(tried("anna", HERE)).isZero();
    }
  }

  private static ClientAddress place(int number) {
    return new ClientAddress("2001:db8:0:" + Integer.toHexString(number) + "::/64");
  }

  /** Guesses one login from ever new places for so many seconds; how many were tries. */
  private int guessedFromEverywhere(String login, int forSeconds) {
    int tries = 0;
    for (long end = seconds + forSeconds; seconds < end; seconds++) {
      for (int i = 0; i < 3; i++) {
        tries += tried(login, place(++places)) == 0 ? 1 : 0;
      }
    }
    return tries;
  }

  @Test
  void one_login_is_not_guessed_faster_from_many_addresses() {
    assertThat(guessedFromEverywhere("anna", 3_600)).isBetween(10, 100);
    assertThat(tried("ben", place(1))).isZero();
  }

  @Test
  void addresses_that_join_one_an_hour_are_no_way_around_it() {
    int tries = 0;
    for (; seconds < 24 * 4_000; seconds += 10) {
      for (int number = 0; number <= seconds / 4_000; number++) {
        tries += tried("anna", place(number)) == 0 ? 1 : 0;
      }
    }
    assertThat(tries / 24).isLessThan(100);
  }

  @Test
  void another_password_makes_all_places_strange_again() {
    throttle.welcome("anna", HERE);
    throttle.welcome("annabel", HERE);
    throttle.forgetPlaces("anna");

    guessedFromEverywhere("anna", 600);
    assertThat(tried("anna", HERE)).isPositive();

    guessedFromEverywhere("annabel", 600);
    assertThat(tried("annabel", HERE)).isZero();
  }

  @Test
  void two_addresses_that_take_turns_are_no_way_around_it() {
    int tries = 0;
    for (; seconds < 3_600; seconds++) {
      tries += tried("anna", HERE) == 0 ? 1 : 0;
      tries += tried("anna", THERE) == 0 ? 1 : 0;
    }
    assertThat(tries).isBetween(10, 100);
  }

  @Test
  void whoever_has_signed_in_from_a_place_comes_in_there_while_all_the_world_guesses() {
    throttle.welcome("anna", HERE);
    guessedFromEverywhere("anna", 600);

    assertThat(tried("anna", place(1))).isPositive();
    assertThat(tried("anna", HERE)).isZero();
  }

  @Test
  void whoever_has_signed_in_from_a_place_comes_in_while_neighbours_there_guess() {
    throttle.welcome("anna", HERE);
    for (int i = 0; i < 25; i++) {
      tried("user" + i, HERE);
    }
    assertThat(tried("ben", HERE)).isPositive();
    assertThat(tried("anna", HERE)).isZero();
  }

  @Test
  void a_known_place_has_tries_of_its_own_and_is_slowed_after_them() {
    throttle.welcome("anna", HERE);
    for (int i = 0; i < 5; i++) {
      assertThat(tried("anna", HERE)).isZero();
    }
    assertThat(tried("anna", HERE)).isEqualTo(1);
  }

  @Test
  void a_right_password_from_one_place_gives_no_other_place_more_tries() {
    guessedFromEverywhere("anna", 600);
    throttle.welcome("anna", HERE);
    throttle.begin("anna", HERE).succeeded();

    assertThat(guessedFromEverywhere("anna", 60)).isLessThanOrEqualTo(2);
  }

  @Test
  void a_place_is_known_for_a_month() {
    throttle.welcome("anna", HERE);
    seconds += TimeUnit.DAYS.toSeconds(30) + 1;
    guessedFromEverywhere("anna", 600);

    assertThat(tried("anna", HERE)).isPositive();
  }

  @Test
  void what_is_no_login_is_not_guessed_by_all_together() {
    assertThat(guessedFromEverywhere("", 10)).isEqualTo(30);
  }

  @Test
  void a_flood_of_other_tries_makes_nobody_forgotten_who_is_slowed() {
    for (int i = 0; i < 5; i++) {
      assertThat(tried("anna", HERE)).isZero();
    }
    for (int i = 0; i < 30_000; i++) {
      tried("user" + i, new ClientAddress("198.51.100." + i));
    }
    assertThat(tried("anna", HERE)).isEqualTo(1);
  }
}
