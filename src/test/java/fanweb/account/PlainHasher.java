package fanweb.account;

/**
 * Hides nothing and costs nothing: {@code #1234} is the hash of 1234, {@code ##1234} an old one.
 */
public final class PlainHasher implements PasswordHasher {
  @Override
  public String hash(String password) {
    return "#" + password;
  }

  @Override
  public boolean verify(String password, String hash) {
    return hash.equals("#" + password) || hash.equals("##" + password);
  }

  @Override
  public boolean isOutdated(String hash) {
    return hash.startsWith("##");
  }
}
