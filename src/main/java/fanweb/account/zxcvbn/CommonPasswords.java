package fanweb.account.zxcvbn;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The 30,000 passwords that leaked most often, in whatever case: those that whoever guesses tries
 * first (NIST SP 800-63B, 5.1.1.2). Any thread.
 */
public final class CommonPasswords implements Predicate<String> {
  private final Set<String> list;

  /** Reads the list. */
  public CommonPasswords() {
    try {
      list = Set.copyOf(StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean test(String password) {
    return list.contains(password.toLowerCase(Locale.ROOT));
  }
}
