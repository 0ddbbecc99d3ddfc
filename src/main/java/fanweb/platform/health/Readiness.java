package fanweb.platform.health;

import fanweb.platform.NotReadyException;
import fanweb.platform.ReadinessCheck;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks all checks at once and waits for none of them longer than it may take. */
final class Readiness {
  private static final System.Logger LOG = System.getLogger("fanweb.platform.health");

  private final List<ReadinessCheck> checks;
  private final ExecutorService executor;
  private final Duration timeout;

  /**
   * Readiness by these checks.
   *
   * @param executor runs them; managed by the server
   * @param timeout how long each may take
   */
  Readiness(List<ReadinessCheck> checks, ExecutorService executor, Duration timeout) {
    this.checks = List.copyOf(checks);
    this.executor = executor;
    this.timeout = timeout;
  }

  /** The outcome of each check. */
  List<Outcome> ask() {
    long deadline = System.nanoTime() + timeout.toNanos();
    return checks.stream().map(this::start).toList().stream()
        .map(running -> running.await(deadline))
        .toList();
  }

  private Running start(ReadinessCheck check) {
    try {
      return new Running(
          check.name(),
          executor.submit(
              () -> {
                check.check();
                return true;
              }));
    } catch (RejectedExecutionException e) {
      return new Running(check.name(), CompletableFuture.failedFuture(e));
    }
  }

  /**
   * What became of one check.
   *
   * @param name of the check
   * @param up whether all is well
   */
  record Outcome(String name, boolean up) {}

  private record Running(String name, Future<Boolean> result) {
    Outcome await(long deadline) {
      try {
        return new Outcome(
            name, result.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
      } catch (ExecutionException e) {
        if (e.getCause() instanceof NotReadyException reason) {
          LOG.log(Level.DEBUG, "readiness check=" + name + ": " + reason.getMessage());
        } else {
          LOG.log(Level.WARNING, "readiness check=" + name + " failed", e.getCause());
        }
      } catch (TimeoutException e) {
        result.cancel(true);
        LOG.log(Level.WARNING, "readiness check=" + name + " took too long");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new Outcome(name, false);
    }
  }
}
