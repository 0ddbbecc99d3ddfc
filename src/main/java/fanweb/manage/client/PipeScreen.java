package fanweb.manage.client;

import fanweb.manage.Console;
import fanweb.manage.ExitCode;
import fanweb.manage.Failure;
import java.io.IOException;
import java.util.Optional;
import org.jline.utils.AttributedString;

/** No terminal, or one that can do nothing but write: lines in, lines out. */
record PipeScreen(Console console) implements Screen {
  @Override
  public boolean hasPerson() {
    return false;
  }

  @Override
  public Optional<String> read() throws IOException {
    return Optional.ofNullable(console.in().readLine());
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
