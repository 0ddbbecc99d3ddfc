package fanweb.chat.jdbc;

import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import fanweb.chat.Draft;
import fanweb.chat.Outcome;
import fanweb.chat.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one batch: those it brings itself and, once they were looked up, those that are
 * stored. One thread.
 */
final class Keys {
  /** Keys looked up in one statement. */
  private static final int PAGE = 25;

  /** Of several, one after the other: H2 would read the whole table for an OR. */
  private static final String FIND =
      "SELECT group_id, author_id, pub_key, pos, digest FROM chat_message"
          + " WHERE group_id = ? AND author_id = ? AND pub_key = ?";

  private final Map<Key, Use> uses = new HashMap<>();

  /** How a key was used; null when it was not. */
  @Nullable Use find(long group, Draft draft) {
    Key key = Key.of(group, draft);
    return key == null ? null : uses.get(key);
  }

  /** Notes that a draft's key is used from now on. */
  void use(long group, Draft draft, long pos) {
    Key key = Key.of(group, draft);
    if (key != null) {
      uses.put(key, new Use(pos, draft.digest()));
    }
  }

  /** Looks up which of these drafts' keys are stored. Their groups are locked. */
  void load(Connection connection, Map<GroupName, Stream> streams, List<Draft> drafts)
      throws SQLException {
    Set<Key> distinct = new LinkedHashSet<>();
    for (Draft draft : drafts) {
      Stream stream = streams.get(draft.group());
      Key key = stream == null ? null : Key.of(stream.group(), draft);
      if (key != null) {
        distinct.add(key);
      }
    }
    List<Key> keys = List.copyOf(distinct);
    for (int from = 0; from < keys.size(); from += PAGE) {
      load(connection, keys.subList(from, Math.min(keys.size(), from + PAGE)));
    }
  }

  private void load(Connection connection, List<Key> keys) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            String.join(" UNION ALL ", Collections.nCopies(keys.size(), FIND)))) {
      int place = 1;
      for (Key key : keys) {
        select.setLong(place++, key.group());
        select.setString(place++, key.author());
        select.setString(place++, key.name());
      }
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          uses.put(
              new Key(rows.getLong(1), rows.getString(2), rows.getString(3)),
              new Use(rows.getLong(4), rows.getBytes(5)));
        }
      }
    }
  }

  /** What became of a draft that is stored under its key; nothing when none is. Locks nothing. */
  static Optional<Outcome> repeated(Connection connection, Draft draft) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT g.epoch, m.pos, m.digest FROM chat_group g JOIN chat_message m"
                + " ON m.group_id = g.id WHERE g.name = ? AND m.author_id = ? AND m.pub_key = ?")) {
      select.setString(1, draft.group().value());
      select.setString(2, draft.event().author().id());
      select.setString(3, draft.key());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Use(row.getLong(2), row.getBytes(3)).of(draft, row.getString(1)))
            : Optional.empty();
      }
    }
  }

  /** What makes a key one key. */
  private record Key(long group, String author, String name) {
    static @Nullable Key of(long group, Draft draft) {
      String name = draft.key();
      return name == null ? null : new Key(group, draft.event().author().id(), name);
    }
  }

  /** Where a key was used, and for what. */
  static final class Use {
    private final long pos;
    private final byte @Nullable [] digest;

    Use(long pos, byte @Nullable [] digest) {
      this.pos = pos;
      this.digest = digest;
    }

    /** What a draft is told that came under the key again. */
    Outcome of(Draft draft, String epoch) {
      // Of what was deleted since nobody can say what it was, so it was this.
      return digest == null || Arrays.equals(digest, draft.digest())
          ? new Outcome.Stored(new StreamPosition(epoch, pos), true)
          : new Outcome.Refused(Refusal.KEY_REUSED);
    }
  }
}
