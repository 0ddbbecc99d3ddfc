package fanweb.chat.jdbc;

import fanweb.channel.GroupName;
import fanweb.chat.Draft;
import fanweb.chat.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Map<Draft, Long> ids = ids(connection, drafts);
    Map<Long, GroupRows.Stream> streams = groups.lock(connection, new TreeSet<>(ids.values()));
    if (streams.size() < new TreeSet<>(ids.values()).size()) {
      groups.forget(drafts.stream().map(Draft::group).toList());
      throw new SQLException("a group was deleted meanwhile", "40001");
    }
    Keys keys = new Keys();
    if (lookUp) {
      keys.load(connection, ids);
    }
    List<Outcome> outcomes = new ArrayList<>(drafts.size());
    try (Batch batch = new Batch(connection, streams, keys)) {
      for (Draft draft : drafts) {
        outcomes.add(batch.add(ids.getOrDefault(draft, 0L), draft));
      }
      batch.flush();
    }
    groups.store(connection, streams);
    return outcomes;
  }

  /** The ids of the drafts' groups; a draft is itself, whatever it equals. */
  private Map<Draft, Long> ids(Connection connection, List<Draft> drafts) throws SQLException {
    Map<GroupName, Long> known = new LinkedHashMap<>();
    Map<Draft, Long> ids = new IdentityHashMap<>();
    for (Draft draft : drafts) {
      Long id = known.get(draft.group());
      if (id == null) {
        String epoch = draft.epoch();
        id =
            groups.findOrCreate(
                connection,
                draft.group(),
                epoch == null ? epochs.get() : epoch,
                draft.event().at());
        known.put(draft.group(), id);
      }
      ids.put(draft, id);
    }
    return ids;
  }
}
