package fanweb.chat.wire;

import fanweb.channel.Encoding;
import fanweb.chat.Author;
import fanweb.chat.ChatEvent;
import fanweb.chat.GroupSettings;
import fanweb.chat.GroupSettings.Access;
import fanweb.chat.Rank;
import fanweb.chat.Restriction;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened in a group. Any thread. */
public final class EventEncoding implements Encoding<ChatEvent> {
  @Override
  public byte[] encode(ChatEvent event) {
    return Json.write(
        json -> {
          json.write("type", type(event)).write("at", event.at().toEpochMilli());
          Json.author(json, event.author());
          write(json, event);
        });
  }

  private static String type(ChatEvent event) {
    if (event instanceof ChatEvent.Message) {
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

  private static void write(JsonGenerator json, ChatEvent event) {
    if (event instanceof ChatEvent.Message message) {
      json.write("text", message.text()).write("state", message.state().name());
    } else if (event instanceof ChatEvent.Edited edited) {
      json.write("target", edited.target()).write("text", edited.text());
    } else if (event instanceof ChatEvent.Deleted deleted) {
      json.write("target", deleted.target());
    } else if (event instanceof ChatEvent.MemberChanged changed) {
      json.write("subject", changed.subject());
      write(json, "rank", changed.rank());
    } else if (event instanceof ChatEvent.Moderated moderated) {
      write(json, moderated.restriction());
    } else if (event instanceof ChatEvent.SettingsChanged changed) {
      write(json, changed.settings());
    }
  }

  private static void write(JsonGenerator json, String name, @Nullable Enum<?> value) {
    if (value != null) {
      json.write(name, value.name());
    }
  }

  private static void write(JsonGenerator json, Restriction restriction) {
    json.write("subject", restriction.subject()).write("kind", restriction.kind().name());
    Instant until = restriction.until();
    if (until != null) {
      json.write("until", until.toEpochMilli());
    }
  }

  private static void write(JsonGenerator json, GroupSettings settings) {
    json.write("title", settings.title())
        .write("durable", settings.durable())
        .write("read", settings.read().name())
        .write("write", settings.write().name())
        .write("slowSeconds", settings.slowSeconds())
        .write("keepMessages", settings.keepMessages())
        .write("keepSeconds", settings.keepSeconds());
  }

  @Override
  public ChatEvent decode(byte[] bytes) {
    return Json.read(
        bytes,
        json -> {
          Instant at = Instant.ofEpochMilli(json.getJsonNumber("at").longValueExact());
          return event(json, at, Json.author(json));
        });
  }

  private static ChatEvent event(JsonObject json, Instant at, Author author) {
    String type = json.getString("type");
    return switch (type) {
      case "message" ->
          new ChatEvent.Message(
              at,
              author,
              json.getString("text"),
              ChatEvent.Message.State.valueOf(json.getString("state", "WRITTEN")));
      case "edited" ->
          new ChatEvent.Edited(at, author, number(json, "target"), json.getString("text"));
      case "deleted" -> new ChatEvent.Deleted(at, author, number(json, "target"));
      case "member" ->
          new ChatEvent.MemberChanged(at, author, json.getString("subject"), rank(json));
      case "moderated" -> new ChatEvent.Moderated(at, author, restriction(json));
      case "settings" -> new ChatEvent.SettingsChanged(at, author, settings(json));
      default -> throw new IllegalArgumentException("no such event: " + type);
    };
  }

  private static long number(JsonObject json, String name) {
    return json.getJsonNumber(name).longValueExact();
  }

  private static @Nullable Rank rank(JsonObject json) {
    return json.containsKey("rank") ? Rank.valueOf(json.getString("rank")) : null;
  }

  private static Restriction restriction(JsonObject json) {
    return new Restriction(
        json.getString("subject"),
        Restriction.Kind.valueOf(json.getString("kind")),
        json.containsKey("until") ? Instant.ofEpochMilli(number(json, "until")) : null);
  }

  private static GroupSettings settings(JsonObject json) {
    GroupSettings usual = GroupSettings.DEFAULTS;
    return new GroupSettings(
        json.getString("title", usual.title()),
        json.getBoolean("durable", usual.durable()),
        Access.valueOf(json.getString("read", usual.read().name())),
        Access.valueOf(json.getString("write", usual.write().name())),
        json.getInt("slowSeconds", usual.slowSeconds()),
        json.getInt("keepMessages", usual.keepMessages()),
        json.containsKey("keepSeconds") ? number(json, "keepSeconds") : usual.keepSeconds());
  }

  @Override
  public long erases(ChatEvent event) {
    if (event instanceof ChatEvent.Edited edited) {
      return edited.target();
    }
    // What was deleted may stand in edits of it too.
    return event instanceof ChatEvent.Deleted ? Long.MAX_VALUE : 0;
  }
}
