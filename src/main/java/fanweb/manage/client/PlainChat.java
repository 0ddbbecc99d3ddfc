package fanweb.manage.client;

import fanweb.chat.protocol.PlainText;
import fanweb.manage.ExitCode;
import fanweb.manage.Words;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a conversation as in the tutorial: a line is a frame, a frame is a line, and when the
 * line to the server is gone it is over. Reads on the thread of its caller and shows on any.
 */
final class PlainChat implements Line.Listener {
  /** What the server says to one client alone; anybody else may say the same. */
  private static final Set<String> REFUSALS =
      Stream.of(fanweb.chat.Refusal.values()).map(PlainText::encode).collect(Collectors.toSet());

  /** Said to the server, which says goodbye instead of saying it to all. */
  private static final String CLOSE = "关闭";

  /** How long to wait for the last of what was said to come back. */
  private static final long PARTING_SECONDS = 10;

  private final Screen screen;
  private final Words words;
  private final CompletableFuture<Line> open = new CompletableFuture<>();
  private final CompletableFuture<LineEnd> over;

  /** What was said and has not come back yet; the only sign that it arrived. */
  private final Deque<String> unheard = new ArrayDeque<>();

  private @Nullable CompletableFuture<Void> quiet;
  private boolean refused;

  /** Makes one; {@code over} is done when the line is gone, or never was. */
  PlainChat(Screen screen, Words words, CompletableFuture<LineEnd> over) {
    this.screen = screen;
    this.words = words;
    this.over = over;
  }

  /**
   * Talks until there is no more to say, and waits for what has not come back.
   *
   * @return the exit code when nothing fails
   */
  int talk() throws IOException {
    Line line = Waiting.on(open);
    try {
      Optional<String> text = screen.read();
      while (text.isPresent() && !text.get().strip().equals("quit")) {
        note(text.get());
        Waiting.on(line.send(text.get()).handle((done, failure) -> true));
        text = screen.read();
      }
      Waiting.on(CompletableFuture.anyOf(over, quiet(), screen.interrupted()));
      return screen.interrupted().isDone() ? ExitCode.INTERRUPTED : ExitCode.OK;
    } catch (Screen.InterruptException e) {
      return ExitCode.INTERRUPTED;
    }
  }

  private synchronized void note(String text) {
    unheard.add(text);
  }

  private synchronized CompletableFuture<Void> quiet() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    if (unheard.isEmpty()) {
      done.complete(null);
    }
    quiet = done;
    return done.completeOnTimeout(null, PARTING_SECONDS, TimeUnit.SECONDS);
  }

  /** Leaves the line that is open. */
  void leave() {
    Waiting.on(open.thenCompose(line -> line.close().handle((done, failure) -> true)));
  }

  /** The server has said goodbye because it was asked to, or is going. */
  synchronized void dismissed() {
    unheard.removeFirstOccurrence(CLOSE);
  }

  /** Says what has not come back; answers whether that, or a refusal, is a failure. */
  synchronized boolean tellFailed() {
    unheard.forEach(text -> screen.note(words.of("chat.unsent", VisibleText.line(text))));
    return refused || !unheard.isEmpty();
  }

  @Override
  public void opened(Line line, String protocol) {
    screen.show(new AttributedString(Chat.STATUS));
    open.complete(line);
    line.more();
  }

  @Override
  public void heard(String frame) {
    VisibleText.lines(frame).forEach(line -> screen.show(new AttributedString(line)));
    settle(frame);
    open.join().more();
  }

  /** The server refuses the last of what was said, at the latest. */
  private synchronized void settle(String frame) {
    if (!unheard.removeFirstOccurrence(frame) && REFUSALS.contains(frame)) {
      refused = true;
      unheard.pollLast();
    }
    if (quiet != null && unheard.isEmpty()) {
      quiet.complete(null);
    }
  }

  @Override
  public void ended(LineEnd why) {
    over.complete(why);
  }
}
