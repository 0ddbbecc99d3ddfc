package fanweb.manage.client;

import fanweb.manage.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** A terminal at which somebody types a line while others come in above it. */
final class TerminalScreen implements Screen {
  private static final String PROMPT = "> ";

  /** JLine may tell of one Ctrl-C twice, the second time as of the next line's. */
  private static final Duration SAME_PRESS = Duration.ofMillis(200);

  private final Terminal terminal;
  private final LineReader reader;
  private final boolean colours;

  /** On a terminal, which it closes. */
  TerminalScreen(Terminal terminal, boolean colours) {
    this.terminal = terminal;
    this.colours = colours;
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .option(Option.DISABLE_EVENT_EXPANSION, true)
            // What was typed comes back with its time and its place among the others.
            .option(Option.ERASE_LINE_ON_FINISH, true)
            .option(Option.INSERT_TAB, true)
            .build();
  }

  /** On the terminal of this process, if it has one that can move its cursor and has a width. */
  static Optional<Screen> of(Console console) {
    if (console.variable("TERM").equals("dumb") || !isTerminal(console)) {
      return Optional.empty();
    }
    TerminalBuilder builder =
        TerminalBuilder.builder().system(true).dumb(false).encoding(console.charset());
    try {
      Terminal terminal = builder.build();
      if (terminal.getSize().getColumns() > 0) {
        return Optional.of(new TerminalScreen(terminal, console.variable("NO_COLOR").isEmpty()));
      }
      terminal.close();
      return Optional.empty();
    } catch (IOException | IllegalStateException e) {
      // One that JLine cannot handle: lines in, lines out.
      return Optional.empty();
    }
  }

  private static boolean isTerminal(Console console) {
    return console.input() == System.in && Console.terminal().isPresent();
  }

  @Override
  public boolean hasPerson() {
    return true;
  }

  @Override
  public Optional<String> read() throws InterruptException {
    long dropped = System.nanoTime() - SAME_PRESS.toNanos();
    while (true) {
      try {
        return Optional.of(reader.readLine(PROMPT));
      } catch (EndOfFileException e) {
        return Optional.empty();
      } catch (UserInterruptException e) {
        long now = System.nanoTime();
        if (!e.getPartialLine().isEmpty()) {
          dropped = now;
        } else if (now - dropped >= SAME_PRESS.toNanos()) {
          throw new InterruptException();
        }
      }
    }
  }

  @Override
  public void show(AttributedString line) {
    reader.printAbove(colours ? line : new AttributedString(line.toString()));
  }

  @Override
  public void note(String line) {
    show(new AttributedString(line, AttributedStyle.DEFAULT.faint()));
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
