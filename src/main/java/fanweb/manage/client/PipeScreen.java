package fanweb.manage.client;

import fanweb.manage.Context;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jline.utils.AttributedString;

/** No terminal, or one that can do nothing but write: lines in, lines out. */
final class PipeScreen implements Screen {
  private final Context context;
  private final InputLines lines;

  /** On the streams of a process, which it leaves open. */
  PipeScreen(Context context) {
    this.context = context;
    this.lines = new InputLines(context.console().in());
  }

  @Override
  public boolean hasPerson() {
    return false;
  }

  /** {@inheritDoc} One that is longer than any message comes without its end, and still is. */
  @Override
  public Optional<String> read() throws IOException {
    return lines.next().map(InputLines.InputLine::text);
  }

  @Override
  public void show(AttributedString line) {
    context.console().out().println(line);
    context.demandWritten();
  }

  @Override
  public void note(String line) {
    context.console().err().println(line);
  }

  /** {@inheritDoc} Nobody: Ctrl-C ends the process. */
  @Override
  public CompletableFuture<Void> interrupted() {
    return new CompletableFuture<>();
  }

  @Override
  public <T> T during(Runnable words, Supplier<T> what) {
    return new LastWords(words).during(what);
  }

  @Override
  public void close() {
    // The streams are the process's.
  }
}
