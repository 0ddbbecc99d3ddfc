package fanweb.channel.redis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What waits to be sent to Redis, bounded in number and in size. Takes nothing while it is shut.
 * Any thread.
 */
final class Outbox {
  /** Most commands that wait. */
  static final int MAX_WAITING = 65_536;

  /** Most bytes that wait. */
  static final int MAX_BYTES = 32 << 20;

  private static final int MAX_BATCH = 256;

  /** Most bytes that leave together, if it is more than one: a server that hangs takes no more. */
  private static final int MAX_BATCH_BYTES = 256 << 10;

  private final ArrayDeque<Command> waiting = new ArrayDeque<>();
  private final Semaphore news = new Semaphore(0);
  private long bytes;
  private boolean open;

  /** Takes a command in; answers whether there was room for it. */
  synchronized boolean offer(Command command) {
    if (!open || waiting.size() >= MAX_WAITING || bytes + command.size() > MAX_BYTES) {
      return false;
    }
    waiting.add(command);
    bytes += command.size();
    news.release();
    return true;
  }

  /** Waits for commands and takes some; none when it was woken or nothing came. */
  List<Command> take(long millis) throws InterruptedException {
    if (news.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      news.drainPermits();
    }
    return some();
  }

  private synchronized List<Command> some() {
    List<Command> batch = new ArrayList<>();
    int size = 0;
    while (!waiting.isEmpty() && batch.size() < MAX_BATCH && size < MAX_BATCH_BYTES) {
      Command next = waiting.remove();
      bytes -= next.size();
      size += next.size();
      batch.add(next);
    }
    if (!waiting.isEmpty()) {
      news.release();
    }
    return batch;
  }

  synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Ends a wait. */
  void wake() {
    news.release();
  }

  /** Takes commands from now on. */
  synchronized void open() {
    open = true;
  }

  /** Takes none any more; answers those that waited. */
  synchronized List<Command> shut() {
    open = false;
    List<Command> left = List.copyOf(waiting);
    waiting.clear();
    bytes = 0;
    return left;
  }
}
