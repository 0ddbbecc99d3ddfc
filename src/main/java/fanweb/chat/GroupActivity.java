package fanweb.chat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Lets the {@link GroupDirectory} know where somebody speaks: at most once a minute for a group
 * while it has members, aside from the way of the message. Chat goes on when the directory fails.
 */
public final class GroupActivity {
  private static final Logger LOG = System.getLogger(GroupActivity.class.getName());

  private final GroupDirectory directory;
  private final Clock clock;
  private final ConcurrentLinkedQueue<GroupDirectory.Entry> waiting = new ConcurrentLinkedQueue<>();
  private final Task task;

  /**
   * Makes the link to a directory.
   *
   * @param executor runs what blocks on the database
   */
  public GroupActivity(GroupDirectory directory, Executor executor, Clock clock) {
    this.directory = directory;
    this.task = new Task(executor, this::record);
    this.clock = clock;
  }

  /** Somebody spoke in a room. */
  void spoke(ChatRoom room) {
    long now = clock.millis();
    if (room.entersMinute(TimeUnit.MILLISECONDS.toMinutes(now))) {
      waiting.add(new GroupDirectory.Entry(room.group(), Instant.ofEpochMilli(now)));
      task.signal();
    }
  }

  /** In one task at a time: a slow database holds one thread, not the chat. */
  private void record() {
    GroupDirectory.Entry next = waiting.poll();
    try {
      for (; next != null; next = waiting.poll()) {
        directory.recordActivity(next.name(), next.lastActive());
      }
    } catch (RuntimeException e) {
      // Those behind would fail alike; who goes on speaking is back within a minute.
      LOG.log(Level.WARNING, "event=groups_not_recorded first=" + next, e);
      waiting.clear();
    }
  }
}
