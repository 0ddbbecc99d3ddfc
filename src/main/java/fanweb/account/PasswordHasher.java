package fanweb.account;

/**
 * Makes of a password what may be stored. Takes memory and time on purpose; safe for any thread.
 */
public interface PasswordHasher {
  /** A hash with its algorithm, its cost and a random salt in it; at most 255 ASCII characters. */
  String hash(String password);

  /** Whether a hash is of this password; false for what is no hash of ours. */
  boolean verify(String password, String hash);

  /** Whether {@link #hash} would take another algorithm or other costs by now. */
  boolean isOutdated(String hash);
}
