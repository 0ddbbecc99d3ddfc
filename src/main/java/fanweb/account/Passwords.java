package fanweb.account;

import fanweb.platform.Fault;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The rules for passwords, and their hashing for a few at a time: each takes memory and a core, so
 * that many at once would be an attack on the server. Safe for any thread.
 */
public final class Passwords {
  private static final int PATIENCE_SECONDS = 3;

  /** Before marks are joined with their letters, which costs the square of very long runs. */
  private static final int LONGEST_SENT = 4 * AccountSettings.LONGEST_PASSWORD;

  private final PasswordHasher hasher;
  private final AccountSettings settings;
  private final Semaphore turns;

  /** Passwords by these settings. */
  public Passwords(PasswordHasher hasher, AccountSettings settings) {
    this.hasher = hasher;
    this.settings = settings;
    this.turns = new Semaphore(settings.hashesAtOnce(), true);
  }

  /**
   * The hash of a password that somebody chose. Waits for its turn, at most three seconds.
   *
   * @param pointer where in the request it stands
   * @throws RefusedException when it breaks a rule, or too many wait
   */
  public String hash(String password, String pointer) {
    if (password.length() > LONGEST_SENT) {
      throw tooShortOrLong(pointer);
    }
    // The same password typed on another keyboard may come in other code points (NIST SP 800-63B).
    String typed = Normalizer.normalize(password, Normalizer.Form.NFKC);
    int length = typed.codePointCount(0, typed.length());
    if (length < settings.shortestPassword() || length > AccountSettings.LONGEST_PASSWORD) {
      throw tooShortOrLong(pointer);
    }
    return inTurn(typed);
  }

  private RefusedException tooShortOrLong(String pointer) {
    return RefusedException.invalid(
        Fault.inBody(
            pointer,
            "must have "
                + settings.shortestPassword()
                + " to "
                + AccountSettings.LONGEST_PASSWORD
                + " characters"));
  }

  private String inTurn(String password) {
    try {
      if (turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        try {
          return hasher.hash(password);
        } finally {
          turns.release();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new RefusedException(
        Reason.BUSY, "Too many passwords are being set just now; nothing was changed, try again");
  }
}
