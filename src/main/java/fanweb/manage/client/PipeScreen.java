package fanweb.manage.client;

import fanweb.manage.Context;
import java.io.IOException;
import java.util.Optional;
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

  /** {@inheritDoc} One that is longer than any message comes without its end. */
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

  @Override
  public void close() {
    // The streams are the process's.
  }
}
