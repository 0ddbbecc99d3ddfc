package fanweb.manage.client;

import fanweb.manage.Context;
import java.io.IOException;
import java.util.Optional;
import org.jline.utils.AttributedString;

/** No terminal, or one that can do nothing but write: lines in, lines out. */
record PipeScreen(Context context) implements Screen {
  @Override
  public boolean hasPerson() {
    return false;
  }

  @Override
  public Optional<String> read() throws IOException {
    return Optional.ofNullable(context.console().in().readLine());
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
