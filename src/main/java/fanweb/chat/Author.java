package fanweb.chat;

import fanweb.account.Identity;
import java.util.Objects;

/**
 * Who writes, reads or is present.
 *
 * @param id never empty, at most {@value #MAX_ID} ASCII characters; the same person on every node
 *     and after every reconnect, and nobody else
 * @param name what others read, at most {@value #MAX_NAME} characters, may be empty; proves nothing
 */
public record Author(String id, String name) {
  /** Longest id. */
  public static final int MAX_ID = 64;

  /** Longest name, in code points. */
  public static final int MAX_NAME = 32;

  /**
   * Somebody as others know them.
   *
   * @param who not without an author's id
   * @param said what they want to be called; a user's name is their account's
   */
  public static Author of(Identity who, String said) {
    return new Author(who.author(), who.userId() == 0 ? said : who.name());
  }

  /** Checks that nothing is missing. */
  public Author {
    Objects.requireNonNull(name);
    if (id.isEmpty() || id.length() > MAX_ID) {
      throw new IllegalArgumentException("not an author's id: " + id);
    }
  }
}
