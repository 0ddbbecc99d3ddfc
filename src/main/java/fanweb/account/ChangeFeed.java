package fanweb.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Hands on what was noted on any node, each change once. A change may become visible after others
 * with higher numbers, when its transaction took longer: what is at most a minute behind is not
 * overlooked. Goes by this node's clock alone. One thread at a time.
 */
public final class ChangeFeed {
  private static final Duration OVERLAP = Duration.ofMinutes(1);
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int PAGE = 500;

  private final ChangeRows rows;
  private final Outside outside;
  private final Consumer<AccountChange> listener;

  /** Up to here everything is told, and nothing can become visible any more. */
  private long floor;

  private final Set<Long> told = new HashSet<>();
  private final Deque<Seen> seen = new ArrayDeque<>();

  /**
   * Begins with whatever there is.
   *
   * @param listener is called by whoever polls
   */
  public ChangeFeed(ChangeRows rows, Outside outside, Consumer<AccountChange> listener) {
    this.rows = rows;
    this.outside = outside;
    this.listener = listener;
  }

  /** Hands on what is new. To be called every second. Blocks: reads the database. */
  public synchronized void poll() {
    Instant now = outside.now();
    raiseFloor(now);
    long last = floor;
    List<ChangeRows.Row> page;
    do {
      page = rows.after(last, PAGE);
      for (ChangeRows.Row row : page) {
        last = row.id();
        if (told.add(row.id())) {
          listener.accept(row.change());
        }
      }
    } while (page.size() == PAGE);
    if (last > floor) {
      seen.addLast(new Seen(now, last));
    }
  }

  /** Removes what every node has heard of. To be called now and then. */
  public void purge() {
    rows.purge(outside.now().minus(KEPT));
  }

  private void raiseFloor(Instant now) {
    while (!seen.isEmpty() && !now.isBefore(seen.getFirst().at.plus(OVERLAP))) {
      floor = Math.max(floor, seen.removeFirst().last);
    }
    told.removeIf(id -> id <= floor);
  }

  /**
   * The highest number that was seen at a moment.
   *
   * @param at when
   * @param last the number
   */
  private record Seen(Instant at, long last) {}
}
