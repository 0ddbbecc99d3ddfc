package fanweb.chat.jdbc;

import fanweb.channel.GroupName;
import fanweb.chat.Draft;
import fanweb.chat.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Appends drafts to the streams of their groups. Commit order is offset order, because the groups
 * are locked first. Rows are inserted in the hope that their keys are new; only when one is not are
 * the keys looked up, which would cost every commit a third otherwise.
 */
final class Appender {
  /** How often a transaction that another was in the way of is tried. */
  private static final int TRIES = 4;

  private final GroupRows groups;
  private final Supplier<String> epochs;

  Appender(GroupRows groups, Supplier<String> epochs) {
    this.groups = groups;
    this.epochs = epochs;
  }

  /** Appends within the connection's transaction and leaves it to be committed. */
  List<Outcome> append(Connection connection, List<Draft> drafts) throws SQLException {
    boolean lookUp = false;
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(connection, drafts, lookUp);
      } catch (SQLException e) {
        Failure failure = Failure.of(e);
        boolean again = failure == Failure.CONFLICT || (failure == Failure.DUPLICATE && !lookUp);
        if (!again || attempt == TRIES) {
          throw e;
        }
        connection.rollback();
        lookUp |= failure == Failure.DUPLICATE;
      }
    }
  }

  private List<Outcome> attempt(Connection connection, List<Draft> drafts, boolean lookUp)
      throws SQLException {
    List<Long> ids = ids(connection, drafts);
    Set<Long> distinct = new TreeSet<>(ids);
    Map<Long, GroupRows.Stream> streams = groups.lock(connection, distinct);
    if (streams.size() < distinct.size()) {
      groups.forget(drafts.stream().map(Draft::group).toList());
      throw new SQLException("a group was deleted meanwhile", "40001");
    }
    Keys keys = new Keys();
    if (lookUp) {
      keys.load(connection, ids, drafts);
    }
    List<Outcome> outcomes = new ArrayList<>(drafts.size());
    try (Batch batch = new Batch(connection, streams, keys)) {
      for (int i = 0; i < drafts.size(); i++) {
        outcomes.add(batch.add(ids.get(i), drafts.get(i)));
      }
      batch.flush();
    }
    groups.store(connection, streams);
    return outcomes;
  }

  /** The id of each draft's group. */
  private List<Long> ids(Connection connection, List<Draft> drafts) throws SQLException {
    Map<GroupName, Long> known = new HashMap<>();
    List<Long> ids = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      Long id = known.get(draft.group());
      if (id == null) {
        String epoch = draft.epoch() == null ? epochs.get() : draft.epoch();
        id = groups.findOrCreate(connection, draft.group(), epoch, draft.event().at());
        known.put(draft.group(), id);
      }
      ids.add(id);
    }
    return ids;
  }
}
