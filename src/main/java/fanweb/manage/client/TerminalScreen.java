package fanweb.manage.client;

import fanweb.manage.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
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
  private final LongSupplier nanos;

  /** On a terminal, which it closes, with a clock that counts nanoseconds from somewhere. */
  TerminalScreen(Terminal terminal, boolean colours, LongSupplier nanos) {
    this.terminal = terminal;
    this.colours = colours;
    this.nanos = nanos;
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
    try {
      Terminal terminal =
          builder().system(true).dumb(false).encoding(console.charset()).build();
      if (terminal.getSize().getColumns() > 0) {
        boolean colours = console.variable("NO_COLOR").isEmpty();
        return Optional.of(new TerminalScreen(terminal, colours, System::nanoTime));
      }
      terminal.close();
      return Optional.empty();
    } catch (IOException | IllegalStateException e) {
      // One that JLine cannot handle: lines in, lines out.
      return Optional.empty();
    }
  }

  /**
   * Of terminals that are asked nothing: what a slow one answers would be taken for typed, and what
   * is typed meanwhile for its answer.
   */
  static TerminalBuilder builder() {
    return TerminalBuilder.builder().graphemeCluster(false);
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
    long dropped = nanos.getAsLong() - SAME_PRESS.toNanos();
    while (true) {
      try {
        return Optional.of(reader.readLine(PROMPT));
      } catch (EndOfFileException e) {
        return Optional.empty();
      } catch (UserInterruptException e) {
        long now = nanos.getAsLong();
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
