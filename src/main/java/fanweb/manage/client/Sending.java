package fanweb.manage.client;

import fanweb.manage.Console;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Says the lines of an input one after the other. Reads no further than a window ahead of what is
 * stored, so that it takes an input of any length.
 */
final class Sending implements Hearer {
  private static final int WINDOW = 64;

  private final @Nullable String prefix;
  private final Report report;
  private final Semaphore window = new Semaphore(WINDOW);

  /** The numbers of the lines that are neither stored nor refused; no more than the window. */
  private final ConcurrentSkipListSet<Long> open = new ConcurrentSkipListSet<>();

  private final AtomicLong lines = new AtomicLong();
  private final AtomicLong stored = new AtomicLong();
  private final AtomicLong repeated = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  /** Hears what people should know. Any thread. */
  interface Report {
    /** A line will not be stored. */
    void refused(long line, Refusal why);

    /** A line has to wait. */
    void delayed(Refusal why);

    /** The line to the server is gone. */
    void away(LineEnd why);
  }

  /**
   * What has become of all lines.
   *
   * @param lines that were read
   * @param stored those that are in the group
   * @param repeated of these, those that were there before under the same key
   * @param refused those that are not, because the server will not have them
   */
  record Sum(long lines, long stored, long repeated, long refused) {
    /** Those that are neither stored nor refused. */
    long unsent() {
      return lines - stored - refused;
    }
  }

  /**
   * Makes one.
   *
   * @param prefix of the keys, which end in the line's number; null: they are drawn
   */
  Sending(@Nullable String prefix, Report report) {
    this.prefix = prefix;
    this.report = report;
  }

  /** What has become of all lines so far. */
  Sum sum() {
    return new Sum(lines.get(), stored.get(), repeated.get(), refused.get());
  }

  /** The number of the first line that is neither stored nor refused, or of the next to be read. */
  long first() {
    Long first = open.ceiling(1L);
    return first == null ? lines.get() + 1 : first;
  }

  /**
   * Says all lines in a conversation that has begun. Reading blocks a thread of its own, so that a
   * conversation that is over is noticed while nothing comes in.
   *
   * @return why the conversation ended; left: all is stored or refused
   */
  End run(Conversation conversation, Reader in) {
    CompletableFuture<Void> read =
        CompletableFuture.runAsync(
            () -> read(conversation, new InputLines(in)),
            task -> Loop.daemons("input").newThread(task).start());
    CompletableFuture<Void> done =
        read.thenCompose(all -> conversation.settled()).thenRun(conversation::leave);
    return Waiting.on(
        CompletableFuture.anyOf(conversation.over(), failureOf(done))
            .thenCompose(first -> conversation.over()));
  }

  /** Never done unless it failed. */
  private static CompletableFuture<Void> failureOf(CompletableFuture<Void> future) {
    CompletableFuture<Void> failure = new CompletableFuture<>();
    var unused =
        future.whenComplete(
            (done, mistake) -> {
              if (mistake != null) {
                failure.completeExceptionally(mistake);
              }
            });
    return failure;
  }

  private void read(Conversation conversation, InputLines in) {
    try {
      Optional<InputLines.InputLine> line = in.next();
      while (line.isPresent()) {
        say(conversation, line.get());
        line = in.next();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void say(Conversation conversation, InputLines.InputLine line) {
    open.add(line.number());
    lines.incrementAndGet();
    Letter letter = new Letter(line.number(), key(line.number()), line.text());
    window.acquireUninterruptibly();
    if (line.tooLong()) {
      refused(letter, Refusal.tooLong());
    } else if (line.text().contains(Console.UNREADABLE)) {
      refused(letter, Refusal.unreadable());
    } else {
      conversation.say(letter);
    }
  }

  private String key(long number) {
    return prefix == null ? UUID.randomUUID().toString() : prefix + "-" + number;
  }

  @Override
  public void stored(Letter letter, boolean again) {
    stored.incrementAndGet();
    open.remove(letter.number());
    if (again) {
      repeated.incrementAndGet();
    }
    window.release();
  }

  @Override
  public void refused(Letter letter, Refusal why) {
    refused.incrementAndGet();
    open.remove(letter.number());
    report.refused(letter.number(), why);
    window.release();
  }

  @Override
  public void delayed(Letter letter, Refusal why) {
    report.delayed(why);
  }

  @Override
  public void away(LineEnd why, Duration wait) {
    report.away(why);
  }
}
