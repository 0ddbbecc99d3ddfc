package fanweb.account;

import fanweb.platform.Fault;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The rules for passwords, and their hashing for a few at a time: each takes memory and a core, so
 * that many at once would be an attack on the server. Safe for any thread.
 */
public final class Passwords {
  private static final String OWN = "must not be the login or the name";
  private static final int PATIENCE_SECONDS = 3;

  /** Before marks are joined with their letters, which costs the square of very long runs. */
  private static final int LONGEST_SENT = 4 * AccountSettings.LONGEST_PASSWORD;

  private final PasswordHasher hasher;
  private final Predicate<String> common;
  private final AccountSettings settings;
  private final Semaphore turns;
  private final Dummy dummy = new Dummy();

  /**
   * Passwords by these settings.
   *
   * @param common whether a password is one of those that everybody tries first
   */
  public Passwords(PasswordHasher hasher, Predicate<String> common, AccountSettings settings) {
    this.hasher = hasher;
    this.common = common;
    this.settings = settings;
    this.turns = new Semaphore(settings.hashesAtOnce(), true);
  }

  /**
   * The hash of a password that somebody chose. Waits for its turn, at most three seconds.
   *
   * @param pointer where in the request it stands
   * @param own login and name of whoever it is for
   * @throws RefusedException when it breaks a rule, or too many wait
   */
  public String hash(String password, String pointer, List<String> own) {
    fault(password, pointer, own)
        .ifPresent(
            fault -> {
              throw RefusedException.invalid(fault);
            });
    return inTurn(() -> hasher.hash(plain(password)));
  }

  /**
   * What is wrong with a password that somebody chose; empty for nothing. Hashes nothing.
   *
   * @param pointer where in the request it stands
   * @param own login and name of whoever it is for
   */
  Optional<Fault> fault(String password, String pointer, List<String> own) {
    return brokenRule(password)
        .or(() -> isOneOf(own, password) ? Optional.of(OWN) : Optional.empty())
        .map(rule -> Fault.inBody(pointer, rule));
  }

  /**
   * Whether a password is the one of this hash. Waits for its turn, at most three seconds.
   *
   * @param hash empty when nobody has it; that takes as long
   * @throws RefusedException when too many wait
   */
  boolean verify(String password, String hash) {
    String typed = password.length() > LONGEST_SENT ? "" : plain(password);
    return inTurn(
        () -> hasher.verify(typed, hash.isEmpty() ? dummy.hash() : hash) && !hash.isEmpty());
  }

  /**
   * A new hash of a password that is known to be right, if it would be another kind of hash now.
   */
  String upgraded(String password, String hash) {
    return hasher.isOutdated(hash) ? inTurn(() -> hasher.hash(plain(password))) : hash;
  }

  /**
   * Refuses a password that is the login or the name.
   *
   * @throws RefusedException when it is
   */
  public void demandNoneOf(List<String> own, String password, String pointer) {
    if (isOneOf(own, password)) {
      throw RefusedException.invalid(Fault.inBody(pointer, OWN));
    }
  }

  private static boolean isOneOf(List<String> own, String password) {
    String typed = plain(password).toLowerCase(Locale.ROOT);
    return own.stream()
        .anyMatch(text -> plain(text).strip().toLowerCase(Locale.ROOT).equals(typed));
  }

  private Optional<String> brokenRule(String password) {
    String length =
        "must have "
            + settings.shortestPassword()
            + " to "
            + AccountSettings.LONGEST_PASSWORD
            + " characters";
    if (password.length() > LONGEST_SENT) {
      return Optional.of(length);
    }
    String typed = plain(password);
    int characters = typed.codePointCount(0, typed.length());
    if (characters < settings.shortestPassword() || characters > AccountSettings.LONGEST_PASSWORD) {
      return Optional.of(length);
    }
    return common.test(typed)
        ? Optional.of("must not be one of the passwords that everybody tries first")
        : Optional.empty();
  }

  /**
   * The same password typed on another keyboard may come in other code points (NIST SP 800-63B).
   */
  private static String plain(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        try {
          return work.get();
        } finally {
          turns.release();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new RefusedException(
        Reason.BUSY,
        "Too many passwords are being hashed just now; nothing was changed, try again");
  }

  /**
   * A hash that nobody's password has, at the cost that is set now; made when it is first asked
   * for.
   */
  private final class Dummy {
    private String made = "";

    synchronized String hash() {
      if (made.isEmpty()) {
        made = hasher.hash("nobody's");
      }
      return made;
    }
  }
}
