package fanweb.manage.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What is said when Ctrl-C or SIGTERM ends the process.
 *
 * @param words says it, on a thread of its own and while others go on
 */
record LastWords(Runnable words) {
  /** Does something; they are said when the process is ended meanwhile. */
  <T> T during(Supplier<T> what) {
    Thread hook = Loop.daemons("last-words").newThread(words);
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return what.get();
    } finally {
      dismiss(hook);
    }
  }

  /** While the process ends this does not return: nobody else is to say more. */
  private static void dismiss(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      Waiting.on(new CompletableFuture<>());
    }
  }
}
