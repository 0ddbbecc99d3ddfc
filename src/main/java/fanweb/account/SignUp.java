package fanweb.account;

/**
 * What somebody chose who makes an account.
 *
 * @param login for signing in
 * @param name for people to read
 * @param password in clear; a secret
 */
public record SignUp(String login, String name, String password) {
  /** Leaves the password out. */
  @Override
  public String toString() {
    return "SignUp[login=" + login + "]";
  }
}
