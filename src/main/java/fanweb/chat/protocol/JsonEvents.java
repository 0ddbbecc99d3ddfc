package fanweb.chat.protocol;

import fanweb.channel.GroupName;
import fanweb.chat.Author;
import fanweb.chat.ChatEvent;
import fanweb.chat.ChatEvent.Message;
import fanweb.chat.Ephemeral;
import fanweb.chat.GroupSettings;
import fanweb.chat.JournalEntry;
import fanweb.chat.Rank;
import fanweb.chat.Restriction;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;

/** Events as JSON objects, for every dialect that speaks JSON. */
final class JsonEvents {
  /** ISO 8601 in UTC with milliseconds, also where they are nought. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  /** About what an event has beside its text. */
  private static final int FRAME = 192;

  private JsonEvents() {}

  /** An event of a group's stream. */
  static String event(GroupName group, JournalEntry entry) {
    ChatEvent event = entry.event();
    if (event instanceof Message message) {
      return message(begin("message", group, entry, message.text().length()), message);
    }
    if (event instanceof ChatEvent.Edited edited) {
      return begin("edited", group, entry, edited.text().length())
          .add("target", edited.target())
          .add("text", edited.text())
          .end();
    }
    if (event instanceof ChatEvent.Deleted deleted) {
      return begin("deleted", group, entry, 0).add("target", deleted.target()).end();
    }
    if (event instanceof ChatEvent.Moderated moderated) {
      return moderated(begin("moderated", group, entry, 0), moderated.restriction());
    }
    if (event instanceof ChatEvent.MemberChanged changed) {
      return member(begin("member", group, entry, 0), changed);
    }
    GroupSettings settings = ((ChatEvent.SettingsChanged) event).settings();
    return begin("settings", group, entry, 0).addJson("settings", settings(settings)).end();
  }

  private static JsonLine begin(String type, GroupName group, JournalEntry entry, int text) {
    Author author = entry.event().author();
    return JsonLine.begin(FRAME + text)
        .add("type", type)
        .add("group", group.value())
        .add("offset", entry.offset())
        .add("at", time(entry.event().at()))
        .add("author", author.id())
        .add("name", author.name());
  }

  private static String message(JsonLine line, Message message) {
    return switch (message.state()) {
      case WRITTEN -> line.add("text", message.text()).end();
      case EDITED -> line.add("text", message.text()).add("edited", true).end();
      case DELETED -> line.add("deleted", true).end();
    };
  }

  private static String member(JsonLine line, ChatEvent.MemberChanged changed) {
    Rank rank = changed.rank();
    return line.add("subject", changed.subject())
        .addJson("rank", rank == null ? "null" : JsonLine.quoted(lower(rank)))
        .end();
  }

  private static String moderated(JsonLine line, Restriction restriction) {
    line.add("subject", restriction.subject()).add("action", lower(restriction.kind()));
    Instant until = restriction.until();
    return until == null ? line.end() : line.add("until", time(until)).end();
  }

  /** How a group is set up, whole. */
  static String settings(GroupSettings settings) {
    return JsonLine.begin(FRAME)
        .add("title", settings.title())
        .add("durable", settings.durable())
        .add("read", lower(settings.read()))
        .add("write", lower(settings.write()))
        .add("slowSeconds", settings.slowSeconds())
        .add("keepMessages", settings.keepMessages())
        .add("keepSeconds", settings.keepSeconds())
        .end();
  }

  /** Something that passes. */
  static String ephemeral(GroupName group, Ephemeral ephemeral) {
    JsonLine line = JsonLine.begin(FRAME).add("type", type(ephemeral)).add("group", group.value());
    if (ephemeral instanceof Ephemeral.Presence presence) {
      line.add("count", presence.count());
      // Of a large group only the count is told; nobody there is a list too.
      return presence.here().size() == presence.count()
          ? line.addList("here", people(presence.here())).end()
          : line.end();
    }
    if (ephemeral instanceof Ephemeral.PresenceChange change) {
      return line.add("count", change.count())
          .addList("joined", people(change.joined()))
          .addList("left", people(change.left()))
          .end();
    }
    if (ephemeral instanceof Ephemeral.Typing typing) {
      return line.addList("authors", people(typing.authors())).end();
    }
    Ephemeral.Reset reset = (Ephemeral.Reset) ephemeral;
    return line.add("head", reset.head().offset()).add("epoch", reset.head().epoch()).end();
  }

  /** The name of what passes. */
  static String type(Ephemeral ephemeral) {
    if (ephemeral instanceof Ephemeral.Reset) {
      return "reset";
    }
    return ephemeral instanceof Ephemeral.Typing ? "typing" : "presence";
  }

  private static List<String> people(List<Author> authors) {
    return authors.stream()
        .map(
            author ->
                JsonLine.begin(64).add("author", author.id()).add("name", author.name()).end())
        .toList();
  }

  /** A name as it travels. */
  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }
}
