package fanweb.chat.jdbc;

import fanweb.channel.GroupName;
import fanweb.chat.Draft;
import fanweb.chat.Outcome;
import fanweb.chat.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Appends drafts to the streams of their groups. Commit order is offset order, because the groups
 * are locked first. Rows are inserted in the hope that their keys are new, and groups locked in the
 * hope that nobody holds them for long; only when that was wrong are the keys looked up, which
 * would cost every commit a third otherwise, and the groups that are held left out.
 */
final class Appender {
  /** How often a transaction that another was in the way of is tried. */
  private static final int TRIES = 4;

  private final GroupRows groups;
  private final Reading reading;
  private final Supplier<String> epochs;

  Appender(GroupRows groups, Reading reading, Supplier<String> epochs) {
    this.groups = groups;
    this.reading = reading;
    this.epochs = epochs;
  }

  /** Appends within the connection's transaction and leaves it to be committed. */
  List<Outcome> append(Connection connection, List<Draft> drafts) throws SQLException {
    Set<Failure> met = EnumSet.noneOf(Failure.class);
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(connection, drafts, met);
      } catch (SQLException e) {
        Failure failure = Failure.of(e);
        boolean learned =
            (failure == Failure.DUPLICATE || failure == Failure.TIMEOUT) && met.add(failure);
        if (attempt == TRIES || !(learned || failure == Failure.CONFLICT)) {
          throw e;
        }
        connection.rollback();
      }
    }
  }

  /**
   * Tries once.
   *
   * @param met what went wrong before
   */
  private List<Outcome> attempt(Connection connection, List<Draft> drafts, Set<Failure> met)
      throws SQLException {
    Map<GroupName, Stream> streams = lock(connection, drafts, met.contains(Failure.TIMEOUT));
    Keys keys = new Keys();
    if (met.contains(Failure.DUPLICATE)) {
      keys.load(connection, streams, drafts);
    }
    List<Outcome> outcomes = new ArrayList<>(drafts.size());
    try (Batch batch = new Batch(connection, keys, reading)) {
      for (Draft draft : drafts) {
        Stream stream = streams.get(draft.group());
        outcomes.add(
            stream == null ? new Outcome.Refused(Refusal.UNAVAILABLE) : batch.add(stream, draft));
      }
      batch.flush();
    }
    groups.store(connection, streams.values());
    return outcomes;
  }

  /** Locks the drafts' groups, all or those that can be at once. */
  private Map<GroupName, Stream> lock(
      Connection connection, List<Draft> drafts, boolean leaveOutLocked) throws SQLException {
    Map<GroupName, Long> ids = new HashMap<>();
    for (Draft draft : drafts) {
      if (!ids.containsKey(draft.group())) {
        ids.put(draft.group(), groups.findOrCreate(connection, draft, epochs));
      }
    }
    Map<GroupName, Stream> streams = groups.lock(connection, ids, leaveOutLocked);
    if (streams.size() < ids.size() && !leaveOutLocked) {
      groups.forget(ids.keySet());
      throw new SQLException("a group was deleted meanwhile", "40001");
    }
    return streams;
  }
}
