package fanweb.account;

/**
 * Somebody who can sign in, as far as signing in goes.
 *
 * @param id the user's
 * @param login for signing in; empty when there is none
 * @param name for people to read
 * @param author their author's id in groups
 * @param active whether they may sign in
 */
public record Person(long id, String login, String name, String author, boolean active) {
  /**
   * With the hash of their password.
   *
   * @param person who
   * @param hash a secret
   */
  public record Known(Person person, String hash) {
    /** Leaves the hash out. */
    @Override
    public String toString() {
      return "Known[" + person + "]";
    }
  }

  /**
   * Somebody to be.
   *
   * @param login in its plain form
   * @param name for people to read
   * @param hash of the password
   */
  public record New(String login, String name, String hash) {
    /** Leaves the hash out. */
    @Override
    public String toString() {
      return "New[login=" + login + "]";
    }
  }
}
