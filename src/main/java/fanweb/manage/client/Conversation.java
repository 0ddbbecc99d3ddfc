package fanweb.manage.client;

import fanweb.channel.StreamPosition;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in a group, in {@code fanweb.v1}, over lines that may break: what happens is told
 * once and in order, what one says is stored once. Any thread; the hearer is called on that of the
 * timers. Whoever makes one closes it.
 */
final class Conversation implements AutoCloseable {
  private final Timers timers;
  private final Hearer hearer;
  private final Connection connection;
  private final Session session;
  private final Outbox outbox;
  private final CompletableFuture<End> over;
  private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
  private @Nullable StreamPosition stored;

  /**
   * How to talk.
   *
   * @param name what others read; may be empty
   * @param giveUp how long to try to come back after a lost line; null: for ever
   */
  record Manner(String name, Backoff backoff, @Nullable Duration giveUp) {}

  /**
   * Makes one that has not begun.
   *
   * @param over done when it is over; who completes it with a failure of the hearer's ends it
   */
  Conversation(
      Line.Dialer dialer,
      Timers timers,
      Manner manner,
      Hearer hearer,
      CompletableFuture<End> over) {
    this.over = over;
    this.timers = timers;
    this.hearer = hearer;
    Backoff backoff = manner.backoff();
    this.connection = new Connection(dialer, timers, backoff, manner.giveUp(), new OnConnection());
    this.session = new Session(connection::send, manner.name(), timers, backoff, new OnSession());
    this.outbox = new Outbox(connection::send, timers, backoff, hearer);
  }

  /** Begins, and tells what happened since somewhere. */
  void begin(Beginning where) {
    timers.execute(
        () -> {
          session.from(where);
          connection.open();
        });
  }

  /** Says something; the hearer is told what becomes of it. Said without a line, it waits. */
  void say(Letter letter) {
    timers.execute(() -> outbox.say(letter));
  }

  /**
   * Done when one has been in the group, all that was said before is stored or refused, and what
   * was stored was told.
   */
  CompletableFuture<Void> settled() {
    CompletableFuture<Void> all = new CompletableFuture<>();
    timers.execute(
        () -> {
          waiting.add(all);
          settle();
        });
    return all;
  }

  /** Leaves, whatever is not stored yet. */
  void leave() {
    timers.execute(() -> connection.close(() -> over.complete(new End.Left())));
  }

  /** Done when it is over. */
  CompletableFuture<End> over() {
    return over;
  }

  /** What is not stored yet, in its order. */
  CompletableFuture<List<Letter>> unsent() {
    CompletableFuture<List<Letter>> letters = new CompletableFuture<>();
    timers.execute(() -> letters.complete(outbox.letters()));
    return letters;
  }

  /** Hears and does nothing more, and lets go of its thread. */
  @Override
  public void close() {
    timers.close();
  }

  private void receive(JsonObject frame) {
    if (over.isDone() || session.take(frame)) {
      return;
    }
    if (outbox.take(frame)) {
      stored =
          new StreamPosition(Frames.text(frame, "epoch"), Frames.number(frame, "offset").orElse(0));
    } else if (!frame.containsKey("id")) {
      hearer.passed(frame);
    }
  }

  private void settle() {
    if (session.isKnown() && outbox.isEmpty() && session.hasReached(stored)) {
      waiting.forEach(all -> all.complete(null));
      waiting.clear();
    }
  }

  private void end(End why) {
    session.stop();
    outbox.broken();
    connection.close(() -> over.complete(why));
  }

  private final class OnConnection implements Connection.Listener {
    @Override
    public void opened() {
      hearer.connected();
      session.start();
    }

    @Override
    public void heard(String frame) {
      Frames.objects(frame).forEach(Conversation.this::receive);
      settle();
    }

    @Override
    public void away(LineEnd why, Duration wait) {
      session.stop();
      outbox.broken();
      hearer.away(why, wait);
    }

    /** A frame that is too long ends the line, and is the end of that letter alone. */
    @Override
    public void ended(LineEnd why) {
      if (why instanceof LineEnd.Closed closed
          && closed.code() == LineEnd.Closed.TOO_LONG
          && outbox.isSending()) {
        session.stop();
        outbox.refuse(Refusal.tooLong());
        outbox.broken();
        connection.open();
        settle();
      } else {
        end(new End.NoLine(why));
      }
    }
  }

  private final class OnSession implements Session.Listener {
    @Override
    public void entered(Welcome welcome, boolean again) {
      hearer.entered(welcome, again);
      outbox.ready();
      settle();
    }

    @Override
    public void missed(StreamPosition after, Welcome welcome) {
      hearer.missed(after, welcome);
    }

    @Override
    public void happened(JsonObject event) {
      hearer.happened(event);
    }

    @Override
    public void shutOut(Refusal why) {
      end(new End.ShutOut(why));
    }
  }
}
