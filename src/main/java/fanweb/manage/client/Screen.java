package fanweb.manage.client;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jline.utils.AttributedString;

/** Where a person, or a program, reads and writes a conversation. */
interface Screen extends AutoCloseable {
  /** Whether a person sits there, who sees what is shown and can be asked again. */
  boolean hasPerson();

  /**
   * Waits for the next line; empty when there is none any more. One thread.
   *
   * @throws InterruptException when that person wants out
   */
  Optional<String> read() throws IOException, InterruptException;

  /** Shows a line of the conversation; what is being typed stays whole. Any thread. */
  void show(AttributedString line);

  /** Tells something about the conversation. Any thread. */
  void note(String line);

  /** Done when that person wants out while no line is read. */
  CompletableFuture<Void> interrupted();

  /**
   * Does something. When a signal ends the process meanwhile, the words are said, on a thread of
   * their own and before the terminal is left; then this does not return.
   */
  <T> T during(Runnable words, Supplier<T> what);

  /** Leaves the terminal as it was. Any thread, and again. */
  @Override
  void close();

  /** Ctrl-C where there is nothing to be dropped. */
  final class InterruptException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
