package fanweb.account.password4j;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import fanweb.account.AccountSettings;
import fanweb.account.PasswordHasher;
import java.util.Optional;

/** Argon2id (RFC 9106) with one lane, in the PHC format. */
public final class Argon2PasswordHasher implements PasswordHasher {
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private final Argon2Function function;

  /** Hashes at the cost that the settings say. */
  public Argon2PasswordHasher(AccountSettings settings) {
    this.function =
        Argon2Function.getInstance(
            settings.hashMemoryKib(), settings.hashIterations(), LANES, HASH_BYTES, Argon2.ID);
  }

  @Override
  public String hash(String password) {
    return Password.hash(password).addRandomSalt(SALT_BYTES).with(function).getResult();
  }

  @Override
  public boolean verify(String password, String hash) {
    return functionOf(hash).filter(of -> Password.check(password, hash).with(of)).isPresent();
  }

  @Override
  public boolean isOutdated(String hash) {
    return functionOf(hash).filter(function::equals).isEmpty();
  }

  /** With the costs that the hash itself names. */
  private static Optional<Argon2Function> functionOf(String hash) {
    try {
      return hash.startsWith("$argon2")
          ? Optional.of(Argon2Function.getInstanceFromHash(hash))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
