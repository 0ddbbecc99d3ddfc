package fanweb.chat.jdbc;

import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import fanweb.chat.ChatEvent;
import fanweb.chat.Draft;
import fanweb.chat.GroupSettings;
import fanweb.chat.GroupState;
import fanweb.chat.Outcome;
import fanweb.chat.Refusal;
import fanweb.chat.Restriction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One transaction's drafts on their way into the tables; their groups are locked. New rows are
 * collected and inserted together. One thread.
 */
final class Batch implements AutoCloseable {
  private static final String INSERT =
      "INSERT INTO chat_message (group_id, pos, kind, at_millis, author_id, author_name, pub_key,"
          + " digest, target, state, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Connection connection;
  private final Keys keys;
  private final Reading reading;
  private final PreparedStatement insert;

  /** What is stored about groups whose rights were asked for, as long as it holds. */
  private final Map<GroupName, GroupState> known = new HashMap<>();

  private boolean waiting;

  Batch(Connection connection, Keys keys, Reading reading) throws SQLException {
    this.connection = connection;
    this.keys = keys;
    this.reading = reading;
    this.insert = connection.prepareStatement(INSERT);
  }

  /** Takes in one draft. */
  Outcome add(Stream stream, Draft draft) throws SQLException {
    Keys.Use use = keys.find(stream.group(), draft);
    if (use != null) {
      return use.of(draft, stream.epoch());
    }
    Refusal refusal = change(stream, draft);
    if (refusal != null) {
      return new Outcome.Refused(refusal);
    }
    long pos = stream.next();
    keys.use(stream.group(), draft, pos);
    collect(stream.group(), pos, draft);
    return new Outcome.Stored(new StreamPosition(stream.epoch(), pos), false);
  }

  /** Inserts what was collected. */
  void flush() throws SQLException {
    if (waiting) {
      insert.executeBatch();
      waiting = false;
    }
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }

  private void collect(long group, long pos, Draft draft) throws SQLException {
    ChatEvent event = draft.event();
    String key = draft.key();
    insert.setLong(1, group);
    insert.setLong(2, pos);
    insert.setString(3, Rows.kind(event));
    insert.setLong(4, event.at().toEpochMilli());
    insert.setString(5, event.author().id());
    insert.setString(6, event.author().name());
    insert.setString(7, key);
    insert.setBytes(8, key == null ? null : draft.digest());
    insert.setObject(9, Rows.target(event), Types.BIGINT);
    insert.setString(10, "WRITTEN");
    insert.setString(11, Rows.body(event));
    insert.addBatch();
    waiting = true;
  }

  /** Does what an event does besides being there; answers why it must not be. */
  private @Nullable Refusal change(Stream stream, Draft draft) throws SQLException {
    ChatEvent event = draft.event();
    long group = stream.group();
    if (event instanceof ChatEvent.Edited edited) {
      Refusal refusal = check(group, edited.target(), event.author().id()::equals);
      return refusal == null ? edit(group, edited) : refusal;
    }
    if (event instanceof ChatEvent.Deleted deleted) {
      Refusal refusal = check(group, deleted.target(), author -> reaches(draft, author));
      return refusal == null ? erase(group, deleted.target()) : refusal;
    }
    return draft.isAboutRights() ? set(stream, draft) : null;
  }

  /** Does what an event does to the rights in a group. */
  private @Nullable Refusal set(Stream stream, Draft draft) throws SQLException {
    Optional<Refusal> refusal = draft.refusal(stored(draft.group()));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    known.remove(draft.group());
    ChatEvent event = draft.event();
    long group = stream.group();
    if (event instanceof ChatEvent.MemberChanged changed) {
      return changed.isFounding() && stream.head() > 0
          ? Refusal.GROUP_TAKEN
          : Members.change(connection, group, changed);
    }
    if (event instanceof ChatEvent.Moderated moderated) {
      restrict(group, moderated.restriction());
    } else if (event instanceof ChatEvent.SettingsChanged changed) {
      configure(group, changed.settings());
    }
    return null;
  }

  private boolean reaches(Draft draft, String author) throws SQLException {
    return author.equals(draft.event().author().id())
        || draft.reaches(stored(draft.group()), author);
  }

  /** As it stands in this transaction, in which nobody else changes it. */
  private GroupState stored(GroupName group) throws SQLException {
    GroupState state = known.get(group);
    if (state == null) {
      state =
          reading
              .find(connection, group)
              .orElseThrow(() -> new SQLException("deleted at once", "40001"));
      known.put(group, state);
    }
    return state;
  }

  private @Nullable Refusal check(long group, long target, Whose reach) throws SQLException {
    flush();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT author_id FROM chat_message WHERE group_id = ? AND pos = ?"
                + " AND kind = 'message' AND state <> 'DELETED' AND retired_at IS NULL")) {
      select.setLong(1, group);
      select.setLong(2, target);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Refusal.NOT_FOUND;
        }
        return reach.covers(row.getString(1)) ? null : Refusal.NOT_YOURS;
      }
    }
  }

  private @Nullable Refusal edit(long group, ChatEvent.Edited edited) throws SQLException {
    Statements.update(
        connection,
        "UPDATE chat_message SET body = ?, state = 'EDITED' WHERE group_id = ? AND pos = ?",
        edited.text(),
        group,
        edited.target());
    return null;
  }

  /** The text is nowhere afterwards, nor what would tell a guess from it. */
  private @Nullable Refusal erase(long group, long target) throws SQLException {
    Statements.update(
        connection,
        "UPDATE chat_message SET body = NULL, digest = NULL, state = 'DELETED'"
            + " WHERE group_id = ? AND pos = ?",
        group,
        target);
    return null;
  }

  private void restrict(long group, Restriction restriction) throws SQLException {
    Statements.update(
        connection,
        "DELETE FROM chat_restriction WHERE group_id = ? AND author_id = ?",
        group,
        restriction.subject());
    Instant until = restriction.until();
    if (restriction.kind() != Restriction.Kind.LIFT) {
      Statements.update(
          connection,
          "INSERT INTO chat_restriction (group_id, author_id, kind, until_millis)"
              + " VALUES (?, ?, ?, ?)",
          group,
          restriction.subject(),
          restriction.kind().name(),
          until == null ? null : until.toEpochMilli());
    }
  }

  private void configure(long group, GroupSettings settings) throws SQLException {
    Statements.update(
        connection,
        "UPDATE chat_group SET title = ?, durable = ?, readers = ?, writers = ?, slow_seconds = ?,"
            + " keep_messages = ?, keep_seconds = ? WHERE id = ?",
        settings.title(),
        settings.durable(),
        settings.read().name(),
        settings.write().name(),
        settings.slowSeconds(),
        settings.keepMessages(),
        settings.keepSeconds(),
        group);
  }

  /** Whose messages a draft may act on, by an author's id. */
  @FunctionalInterface
  private interface Whose {
    boolean covers(String author) throws SQLException;
  }
}
