package fanweb.chat.jdbc;

import fanweb.chat.Author;
import fanweb.chat.ChatEvent;
import fanweb.chat.ChatEvent.Message;
import fanweb.chat.GroupSettings;
import fanweb.chat.GroupSettings.Access;
import fanweb.chat.JournalEntry;
import fanweb.chat.Rank;
import fanweb.chat.Restriction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns events into the columns of {@code chat_message}, and its rows into events. */
final class Rows {
  /** What {@link #entry} reads; {@code t} is the message that an edit is about. */
  static final String SELECT =
      "SELECT m.pos, m.kind, m.at_millis, m.author_id, m.author_name, m.target, m.state, m.body,"
          + " t.body AS target_body FROM chat_message m LEFT JOIN chat_message t"
          + " ON m.kind = 'edited' AND t.group_id = m.group_id AND t.pos = m.target";

  private static final char BREAK = '\n';

  private Rows() {}

  static String kind(ChatEvent event) {
    if (event instanceof Message) {
      return "message";
    }
    if (event instanceof ChatEvent.Edited) {
      return "edited";
    }
    if (event instanceof ChatEvent.Deleted) {
      return "deleted";
    }
    if (event instanceof ChatEvent.MemberChanged) {
      return "member";
    }
    return event instanceof ChatEvent.Moderated ? "moderated" : "settings";
  }

  static @Nullable Long target(ChatEvent event) {
    if (event instanceof ChatEvent.Edited edited) {
      return edited.target();
    }
    return event instanceof ChatEvent.Deleted deleted ? deleted.target() : null;
  }

  /** What stands in the row itself: an edit's text stands in the row of its message. */
  static @Nullable String body(ChatEvent event) {
    if (event instanceof Message message) {
      return message.text();
    }
    if (event instanceof ChatEvent.Moderated moderated) {
      return restriction(moderated.restriction());
    }
    if (event instanceof ChatEvent.MemberChanged changed) {
      Rank rank = changed.rank();
      return (rank == null ? "" : rank.name()) + BREAK + changed.subject();
    }
    return event instanceof ChatEvent.SettingsChanged changed ? settings(changed.settings()) : null;
  }

  static JournalEntry entry(ResultSet row) throws SQLException {
    Instant at = Instant.ofEpochMilli(row.getLong("at_millis"));
    Author author = new Author(row.getString("author_id"), row.getString("author_name"));
    return new JournalEntry(row.getLong("pos"), event(row, at, author));
  }

  /** About how many characters of text an event brings. */
  static int length(ChatEvent event) {
    if (event instanceof Message message) {
      return message.text().length();
    }
    return event instanceof ChatEvent.Edited edited ? edited.text().length() : 0;
  }

  private static ChatEvent event(ResultSet row, Instant at, Author author) throws SQLException {
    String body = row.getString("body");
    return switch (row.getString("kind")) {
      case "message" ->
          new Message(
              at, author, body == null ? "" : body, Message.State.valueOf(row.getString("state")));
      case "edited" -> edited(row, at, author);
      case "deleted" -> new ChatEvent.Deleted(at, author, row.getLong("target"));
      case "moderated" -> new ChatEvent.Moderated(at, author, restriction(body));
      case "member" -> member(at, author, body);
      default -> new ChatEvent.SettingsChanged(at, author, settings(body));
    };
  }

  /** An edit of a message that was deleted since is its deletion: the text is gone. */
  private static ChatEvent edited(ResultSet row, Instant at, Author author) throws SQLException {
    long target = row.getLong("target");
    String text = row.getString("target_body");
    return text == null
        ? new ChatEvent.Deleted(at, author, target)
        : new ChatEvent.Edited(at, author, target, text);
  }

  private static ChatEvent member(Instant at, Author author, String body) {
    String[] parts = body.split(String.valueOf(BREAK), 2);
    Rank rank = parts[0].isEmpty() ? null : Rank.valueOf(parts[0]);
    return new ChatEvent.MemberChanged(at, author, parts[1], rank);
  }

  private static String restriction(Restriction restriction) {
    Instant until = restriction.until();
    return restriction.kind()
        + (String.valueOf(BREAK) + (until == null ? "" : until.toEpochMilli()) + BREAK)
        + restriction.subject();
  }

  private static Restriction restriction(String body) {
    String[] parts = body.split(String.valueOf(BREAK), 3);
    Instant until = parts[1].isEmpty() ? null : Instant.ofEpochMilli(Long.parseLong(parts[1]));
    return new Restriction(parts[2], Restriction.Kind.valueOf(parts[0]), until);
  }

  private static String settings(GroupSettings settings) {
    return String.join(
        String.valueOf(BREAK),
        String.valueOf(settings.durable()),
        settings.read().name(),
        settings.write().name(),
        String.valueOf(settings.slowSeconds()),
        String.valueOf(settings.keepMessages()),
        String.valueOf(settings.keepSeconds()),
        settings.title());
  }

  private static GroupSettings settings(String body) {
    String[] parts = body.split(String.valueOf(BREAK), 7);
    return new GroupSettings(
        parts[6],
        Boolean.parseBoolean(parts[0]),
        Access.valueOf(parts[1]),
        Access.valueOf(parts[2]),
        Integer.parseInt(parts[3]),
        Integer.parseInt(parts[4]),
        Long.parseLong(parts[5]));
  }
}
