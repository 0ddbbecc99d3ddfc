package fanweb.account;

/**
 * Makes of a password what may be stored. Takes memory and time on purpose; safe for any thread.
 */
public interface PasswordHasher {
  /** A hash with its algorithm, its cost and a random salt in it; at most 255 ASCII characters. */
  String hash(String password);
}
