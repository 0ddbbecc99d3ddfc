package fanweb.chat;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How many connections each of many has on this node, whoever they are. Any thread. */
final class ConnectionCounts {
  private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();
  private final int most;

  /**
   * Makes an empty count.
   *
   * @param most connections that one may have
   */
  ConnectionCounts(int most) {
    this.most = most;
  }

  /** Counts one more, unless there are as many as one may have. */
  boolean admit(String whose) {
    int[] before = new int[1];
    open.compute(
        whose,
        (id, known) -> {
          before[0] = known == null ? 0 : known;
          return Math.min(before[0] + 1, most);
        });
    return before[0] < most;
  }

  /** Counts one less, once for each that was admitted. */
  void leave(String whose) {
    open.computeIfPresent(whose, (id, known) -> known == 1 ? null : known - 1);
  }
}
