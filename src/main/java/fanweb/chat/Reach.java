package fanweb.chat;

import java.util.Set;

/**
 * Whose messages somebody may act on.
 *
 * @param anybodys whether on what others said
 * @param except authors whose messages are beyond it all the same
 */
public record Reach(boolean anybodys, Set<String> except) {
  /** What one said oneself. */
  public static final Reach OWN = new Reach(false, Set.of());

  /** What anybody said. */
  public static final Reach ALL = new Reach(true, Set.of());

  /** Takes them over. */
  public Reach {
    except = Set.copyOf(except);
  }

  /**
   * Whether somebody's message is within it.
   *
   * @param author whose message
   * @param self who acts
   */
  public boolean covers(String author, String self) {
    return author.equals(self) || (anybodys && !except.contains(author));
  }
}
