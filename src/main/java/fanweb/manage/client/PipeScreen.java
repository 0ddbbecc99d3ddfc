package fanweb.manage.client;

import fanweb.manage.Console;
import fanweb.manage.ExitCode;
import fanweb.manage.Failure;
import java.io.IOException;
import java.util.Optional;
import org.jline.utils.AttributedString;

/** No terminal, or one that can do nothing but write: lines in, lines out. */
final class PipeScreen implements Screen {
  private final Console console;
  private final InputLines lines;

  /** On the streams of a process, which it leaves open. */
  PipeScreen(Console console) {
    this.console = console;
    this.lines = new InputLines(console.in());
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
    console.out().println(line);
    if (console.out().checkError()) {
      throw Failure.silent(ExitCode.BROKEN_PIPE);
    }
  }

  @Override
  public void note(String line) {
    console.err().println(line);
  }

  @Override
  public void close() {
    // The streams are the process's.
  }
}
