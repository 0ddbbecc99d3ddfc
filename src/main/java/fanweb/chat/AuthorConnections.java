package fanweb.chat;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How many connections each author has on this node. Any thread. */
final class AuthorConnections {
  private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();
  private final int most;

  /**
   * Makes an empty count.
   *
   * @param most connections that one author may have
   */
  AuthorConnections(int most) {
    this.most = most;
  }

  /** Counts one more, unless the author has as many as one may. */
  boolean admit(String author) {
    int[] before = new int[1];
    open.compute(
        author,
        (id, known) -> {
          before[0] = known == null ? 0 : known;
          return Math.min(before[0] + 1, most);
        });
    return before[0] < most;
  }

  /** Counts one less, once for each that was admitted. */
  void leave(String author) {
    open.computeIfPresent(author, (id, known) -> known == 1 ? null : known - 1);
  }
}
