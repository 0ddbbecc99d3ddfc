package fanweb.chat;

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

  /** Checks that nothing is missing. */
  public Author {
    Objects.requireNonNull(name);
    if (id.isEmpty() || id.length() > MAX_ID) {
      throw new IllegalArgumentException("not an author's id: " + id);
    }
  }
}
