package fanweb.manage.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A clock that goes on when a test says so. */
final class HandTimers implements Timers {
  private final List<Due> dues = new ArrayList<>();
  private Duration now = Duration.ofHours(1);
  private long number;

  @Override
  public Duration now() {
    return now;
  }

  @Override
  public void execute(Runnable what) {
    what.run();
  }

  @Override
  public Timer after(Duration wait, Runnable what) {
    Due due = new Due(now.plus(wait), number++, what);
    dues.add(due);
    return () -> dues.remove(due);
  }

  @Override
  public void close() {
    dues.clear();
  }

  /** Lets time pass, and does what is due in it. */
  void pass(Duration time) {
    Duration until = now.plus(time);
    Optional<Due> next = nextUntil(until);
    while (next.isPresent()) {
      dues.remove(next.get());
      now = next.get().at();
      next.get().what().run();
      next = nextUntil(until);
    }
    now = until;
  }

  private Optional<Due> nextUntil(Duration until) {
    return dues.stream()
        .filter(due -> due.at().compareTo(until) <= 0)
        .min(Comparator.comparing(Due::at).thenComparing(Due::number));
  }

  private record Due(Duration at, long number, Runnable what) {}
}
