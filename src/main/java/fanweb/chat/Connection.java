package fanweb.chat;

import fanweb.account.Identity;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One client's line: who speaks over it, where it is, and what it has asked for and not been told
 * yet. Made by {@link ChatConsumer#connect}.
 */
public final class Connection implements Visitor {
  private static final Logger LOG = System.getLogger(Connection.class.getName());

  private final Memberships memberships = new Memberships();
  private final Writer writer;
  private final String name;
  private final Place place;
  private final AtomicInteger unanswered = new AtomicInteger();

  /** What came while an earlier command is not done; guarded by itself, as {@code waiting} is. */
  private final Queue<Request> deferred = new ArrayDeque<>();

  private boolean waiting;
  private volatile Identity who;
  private volatile ChatReply.@Nullable Speaker speaker;

  Connection(Outlet outlet, Dialect dialect, Place place, Node node, Identity who) {
    this.writer = new Writer(outlet, dialect, memberships, node);
    this.name = outlet.toString();
    this.place = place;
    this.who = who;
  }

  /** {@inheritDoc} A guest who came without a token has an author from the first join on. */
  @Override
  public Identity who() {
    return who;
  }

  /** Ends the connection; nothing more is sent to it. Any thread, any number of times. */
  @Override
  public void end(Ending ending) {
    writer.end(ending);
  }

  /**
   * Tells this connection alone something. Any thread.
   *
   * @param id of the command it answers; null when that had none
   */
  public void reply(@Nullable String id, ChatReply reply) {
    writer.dialect().reply(id, reply).ifPresent(writer::reply);
  }

  /** Whether it is ended or about to be: what its client still asks for is not done. Any thread. */
  public boolean isEnding() {
    return writer.isLeaving();
  }

  /** What the log calls it. */
  @Override
  public String toString() {
    return name;
  }

  Writer writer() {
    return writer;
  }

  Place place() {
    return place;
  }

  Memberships memberships() {
    return memberships;
  }

  /** Who speaks; null before the first join. */
  ChatReply.@Nullable Speaker speaker() {
    return speaker;
  }

  void identify(ChatReply.Speaker known) {
    speaker = known;
    if (!who.isSignedIn()) {
      who = Identity.guest(known.author().id(), who.permissions());
    }
  }

  /** Counts a command that is to be answered; answers whether there are not too many. */
  boolean accept() {
    return unanswered.incrementAndGet() <= writer.dialect().maxUnanswered();
  }

  /** Answers a command that was counted. */
  void answer(@Nullable String id, ChatReply reply) {
    unanswered.decrementAndGet();
    reply(id, reply);
  }

  /** Counts a command that needs no answer as done. */
  void forget() {
    unanswered.decrementAndGet();
  }

  /**
   * Has requests done in their order, each when the one before is done.
   *
   * @param doing does one; what it answers is complete when the next may begin
   * @param later goes on when one had to be waited for
   */
  void inTurn(Request request, Function<Request, CompletableFuture<?>> doing, Executor later) {
    synchronized (deferred) {
      if (waiting) {
        deferred.add(request);
        return;
      }
    }
    CompletableFuture<?> done = doing.apply(request);
    if (!done.isDone()) {
      synchronized (deferred) {
        waiting = true;
      }
      goOnAfter(done, doing, later);
    }
  }

  private void goOnAfter(
      CompletableFuture<?> done, Function<Request, CompletableFuture<?>> doing, Executor later) {
    CompletableFuture<?> unused =
        done.thenRunAsync(() -> goOn(doing, later), later)
            .exceptionally(
                failure -> {
                  LOG.log(Level.ERROR, "event=command_failed connection=" + this, failure);
                  end(Ending.BROKEN);
                  return null;
                });
  }

  private void goOn(Function<Request, CompletableFuture<?>> doing, Executor later) {
    while (true) {
      Request next;
      synchronized (deferred) {
        next = deferred.poll();
        waiting = next != null;
      }
      if (next == null) {
        return;
      }
      CompletableFuture<?> done = doing.apply(next);
      if (!done.isDone()) {
        goOnAfter(done, doing, later);
        return;
      }
    }
  }

  /**
   * A command on its way.
   *
   * @param id as it stood in the frame; null when it had none
   */
  record Request(@Nullable String id, ChatCommand command) {}
}
