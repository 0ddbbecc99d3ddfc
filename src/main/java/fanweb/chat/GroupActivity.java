package fanweb.chat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Lets the {@link GroupDirectory} know where somebody speaks: at most once a minute for a group,
 * aside from the way of the message. Chat goes on when the directory fails.
 */
public final class GroupActivity {
  private static final Logger LOG = System.getLogger(GroupActivity.class.getName());

  private final GroupDirectory directory;
  private final Executor executor;
  private final Clock clock;

  /**
   * Makes the link to a directory.
   *
   * @param executor runs what blocks on the database
   */
  public GroupActivity(GroupDirectory directory, Executor executor, Clock clock) {
    this.directory = directory;
    this.executor = executor;
    this.clock = clock;
  }

  void spoke(ChatRoom room) {
    long now = clock.millis();
    if (room.entersMinute(TimeUnit.MILLISECONDS.toMinutes(now))) {
      executor.execute(() -> record(room, Instant.ofEpochMilli(now)));
    }
  }

  private void record(ChatRoom room, Instant at) {
    try {
      directory.recordActivity(room.group(), at);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "event=group_not_recorded group=" + room.group(), e);
    }
  }
}
