package fanweb.manage.client;

import fanweb.manage.Failure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waiting for what another thread does. */
final class Waiting {
  private Waiting() {}

  /** What comes of it; what goes wrong there goes wrong here. */
  static <T> T on(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Failure failure ? failure : e;
    }
  }
}
