package fanweb.manage.client;

import fanweb.manage.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.ShutdownHooks;

/** A terminal at which somebody types a line while others come in above it. */
final class TerminalScreen implements Screen {
  private static final String INDENT = " ".repeat(9);
  private static final String PROMPT = "> ";

  /** JLine may tell of one Ctrl-C twice, the second time as of the next line's. */
  private static final Duration SAME_PRESS = Duration.ofMillis(200);

  /** How long to wait for the line that is being typed to be taken off the screen. */
  private static final long LINE_SECONDS = 2;

  private static final String ORDINARY_PASTE = "\u001b[?2004l";
  private static final CompletableFuture<Void> NO_LINE = CompletableFuture.completedFuture(null);

  private final Terminal terminal;
  private final LineReader reader;
  private final boolean colours;
  private final LongSupplier nanos;
  private final CompletableFuture<Void> interrupted = new CompletableFuture<>();
  private volatile CompletableFuture<Void> line = NO_LINE;
  private volatile Thread reading = Thread.currentThread();
  private volatile boolean closed;
  private Runnable words = TerminalScreen::sayNothing;
  private boolean stopped;
  private long pressed;

  /** On a terminal, which it closes, with a clock that counts nanoseconds from somewhere. */
  TerminalScreen(Terminal terminal, boolean colours, LongSupplier nanos) {
    this.terminal = terminal;
    this.colours = colours;
    this.nanos = nanos;
    this.pressed = nanos.getAsLong() - SAME_PRESS.toNanos();
    terminal.handle(Terminal.Signal.INT, signal -> press());
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
    CompletableFuture<TerminalScreen> made = new CompletableFuture<>();
    stopAtTheEnd(made);
    try {
      Terminal terminal = builder().system(true).dumb(false).encoding(console.charset()).build();
      if (terminal.getSize().getColumns() > 0) {
        boolean colours = console.variable("NO_COLOR").isEmpty();
        TerminalScreen screen = new TerminalScreen(terminal, colours, System::nanoTime);
        made.complete(screen);
        return Optional.of(screen);
      }
      terminal.close();
      return Optional.empty();
    } catch (IOException | IllegalStateException e) {
      // One that JLine cannot handle: lines in, lines out.
      return Optional.empty();
    }
  }

  /** JLine closes its terminals after what was added before they were made. */
  private static void stopAtTheEnd(CompletableFuture<TerminalScreen> made) {
    ShutdownHooks.add(
        () -> {
          if (made.isDone()) {
            made.join().stop();
          }
        });
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
    while (!closed) {
      if (interrupted.isDone()) {
        // Who pressed may have interrupted this thread, too.
        var unused = Thread.interrupted();
        throw new InterruptException();
      }
      try {
        Optional<String> typed = Optional.of(readLine());
        forgetPress();
        return typed;
      } catch (EndOfFileException e) {
        return Optional.empty();
      } catch (UserInterruptException e) {
        if (isPress() && e.getPartialLine().isEmpty() && !closed) {
          throw new InterruptException();
        }
      }
    }
    return Optional.empty();
  }

  private String readLine() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    reading = Thread.currentThread();
    line = done;
    try {
      if (interrupted.isDone()) {
        throw new UserInterruptException("");
      }
      return reader.readLine(PROMPT);
    } finally {
      done.complete(null);
    }
  }

  /** Between two lines, or before JLine is ready to hear of it. */
  private void press() {
    if (isPress()) {
      interrupted.complete(null);
      if (!line.isDone()) {
        reading.interrupt();
      }
    }
  }

  /** Other keys have come since: the next Ctrl-C is another. */
  private synchronized void forgetPress() {
    pressed = nanos.getAsLong() - SAME_PRESS.toNanos();
  }

  /** Whether Ctrl-C is told of for the first time. */
  private synchronized boolean isPress() {
    long now = nanos.getAsLong();
    boolean first = now - pressed >= SAME_PRESS.toNanos();
    pressed = first ? now : pressed;
    return first;
  }

  @Override
  public CompletableFuture<Void> interrupted() {
    return interrupted;
  }

  @Override
  public <T> T during(Runnable last, Supplier<T> what) {
    say(last);
    try {
      return what.get();
    } finally {
      if (!say(TerminalScreen::sayNothing)) {
        Waiting.on(new CompletableFuture<>());
      }
    }
  }

  private static void sayNothing() {}

  /** Whether it is not too late for other last words. */
  private synchronized boolean say(Runnable last) {
    words = stopped ? words : last;
    return !stopped;
  }

  private void stop() {
    Runnable last;
    synchronized (this) {
      stopped = true;
      last = words;
    }
    try {
      last.run();
    } finally {
      close();
    }
  }

  @Override
  public void show(AttributedString line) {
    if (closed) {
      return;
    }
    reader.printAbove(folded(colours ? line : new AttributedString(line.toString())));
  }

  /** What does not fit stands further in: nobody can write a row that looks like another line. */
  private AttributedString folded(AttributedString line) {
    int columns = terminal.getSize().getColumns();
    if (columns <= 2 * INDENT.length() || line.columnLength() <= columns) {
      return line;
    }
    AttributedString first = line.columnSplitLength(columns).get(0);
    AttributedStringBuilder rows = new AttributedStringBuilder().append(first);
    line.subSequence(first.length(), line.length())
        .columnSplitLength(columns - INDENT.length())
        .forEach(row -> rows.append("\n").append(INDENT).append(row));
    return rows.toAttributedString();
  }

  @Override
  public void note(String line) {
    show(new AttributedString(line, AttributedStyle.DEFAULT.faint()));
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    endLine();
    try {
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** JLine puts the terminal back when a line ends, and only then. */
  private void endLine() {
    CompletableFuture<Void> open = line;
    if (!open.isDone()) {
      reading.interrupt();
      open.completeOnTimeout(null, LINE_SECONDS, TimeUnit.SECONDS).join();
      terminal.puts(Capability.keypad_local);
      terminal.writer().print(ORDINARY_PASTE);
      terminal.flush();
    }
  }
}
