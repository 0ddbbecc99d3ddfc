package fanweb.account;

/**
 * What people are let in by.
 *
 * @param sessions of browsers
 * @param tokens of programs
 */
public record Keyring(Sessions sessions, Tokens tokens) implements CredentialEnds {
  @Override
  public void endAllOf(long userId) {
    sessions.endAllOf(userId);
    tokens.endAllOf(userId);
  }
}
