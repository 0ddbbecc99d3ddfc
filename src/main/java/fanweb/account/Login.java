package fanweb.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** What people sign in with. Pure; any thread. */
public final class Login {
  /** What it is made of, as a regular expression. */
  public static final String FORM = "[\\p{L}\\p{N}@.+_-]{1,64}";

  /** The same in words. */
  public static final String RULE = "must have 1 to 64 letters, digits or @ . + _ -";

  private Login() {}

  /**
   * The form that is stored and looked for: what looks the same when typed is the same login. Empty
   * when it is none; a few letters are none any more in their plain form.
   */
  public static Optional<String> plain(String text) {
    if (!text.matches(FORM)) {
      return Optional.empty();
    }
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return plain.matches(FORM) ? Optional.of(plain) : Optional.empty();
  }
}
