package fanweb.account;

import fanweb.platform.InvalidSettingException;
import fanweb.platform.SettingsReader;
import fanweb.platform.Weakness;
import java.util.List;

/**
 * The settings of accounts.
 *
 * @param shortestPassword {@code fanweb.account.password-min-length}: in characters
 * @param hashMemoryKib {@code fanweb.account.password-memory-kib}: memory that hashing a password
 *     takes
 * @param hashIterations {@code fanweb.account.password-iterations}: how often it goes through it
 * @param hashesAtOnce {@code fanweb.account.password-hashes-at-once}: how many may be hashed at the
 *     same time
 */
public record AccountSettings(
    int shortestPassword, int hashMemoryKib, int hashIterations, int hashesAtOnce) {
  /** The most characters of a password; more are no safer and cost time. */
  public static final int LONGEST_PASSWORD = 128;

  /** NIST SP 800-63B, 3.1.1.2. */
  private static final int SHORTEST_SAFE = 8;

  /** OWASP's least for Argon2id with five iterations. */
  private static final int LEAST_MEMORY_KIB = 7_168;

  private static final int MOST_MEMORY_KIB = 1 << 20;
  private static final int MOST_ITERATIONS = 20;
  private static final int MOST_AT_ONCE = 256;

  /**
   * Reads all of them.
   *
   * @throws InvalidSettingException for the first that is wrong
   */
  public static AccountSettings read(SettingsReader settings) {
    return new AccountSettings(
        settings.integer("fanweb.account.password-min-length", 1, LONGEST_PASSWORD),
        settings.integer("fanweb.account.password-memory-kib", LEAST_MEMORY_KIB, MOST_MEMORY_KIB),
        settings.integer("fanweb.account.password-iterations", 1, MOST_ITERATIONS),
        settings.integer("fanweb.account.password-hashes-at-once", 1, MOST_AT_ONCE));
  }

  /** What of it is weak for a site that strangers can reach. */
  public List<Weakness> weaknesses() {
    return shortestPassword < SHORTEST_SAFE
        ? List.of(
            Weakness.warning(
                "fanweb.account.password-min-length",
                "shorter than " + SHORTEST_SAFE + " characters can be guessed"))
        : List.of();
  }
}
