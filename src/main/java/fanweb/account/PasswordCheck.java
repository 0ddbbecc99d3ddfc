package fanweb.account;

import fanweb.account.SignInThrottle.Try;
import fanweb.platform.ClientAddress;
import fanweb.platform.RefusedException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Finds out whether somebody knows a password, no faster than is good for it. Any thread. */
final class PasswordCheck {
  private static final Logger LOG = System.getLogger(PasswordCheck.class.getName());

  private final People people;
  private final Passwords passwords;
  private final SignInThrottle throttle;

  PasswordCheck(People people, Passwords passwords, SignInThrottle throttle) {
    this.people = people;
    this.passwords = passwords;
    this.throttle = throttle;
  }

  /**
   * Who it is; empty when there is nobody with this login, they may not sign in, or the password is
   * another: the work is the same.
   *
   * @param login as it was typed
   * @throws RefusedException when it comes too soon, without looking at the password, and when too
   *     many passwords are being hashed
   */
  Optional<Person.Known> known(String login, String password, ClientAddress address) {
    String plain = Login.plain(login).orElse("");
    Try attempt = throttle.begin(plain, address);
    Optional<Person.Known> found;
    boolean right;
    try {
      found = people.byLogin(plain);
      right = passwords.verify(password, found.map(Person.Known::hash).orElse(""));
    } catch (RefusedException e) {
      attempt.undecided();
      throw e;
    }
    if (right && found.orElseThrow().person().active()) {
      attempt.succeeded();
      return found;
    }
    log(found.map(Person.Known::person), address);
    return Optional.empty();
  }

  /** Never what was typed as a login: it may be a password in the wrong field. */
  private static void log(Optional<Person> person, ClientAddress address) {
    LOG.log(
        Level.INFO,
        "event=sign_in_failed user="
            + person.map(known -> Long.toString(known.id())).orElse("unknown")
            + " address="
            + address);
  }
}
