package fanweb.account;

/**
 * What somebody chose who changes their password.
 *
 * @param old the one so far, in clear; a secret
 * @param password the one from now on, in clear; a secret
 * @param keepTokens whether programs get in with their tokens as before, made by whomever
 */
public record PasswordChange(String old, String password, boolean keepTokens) {
  /** Leaves the passwords out. */
  @Override
  public String toString() {
    return "PasswordChange[keepTokens=" + keepTokens + "]";
  }
}
