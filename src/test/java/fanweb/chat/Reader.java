package fanweb.chat;

import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A client as the protocol wants it: keeps a group's messages, applies what it is told in order,
 * comes back with its position, and loads the history when it is told to. Finds fault with a server
 * that leaves something out or repeats it. One thread.
 */
final class Reader {
  private static final int PAGE = 500;

  private final ChatNode node;
  private final GroupName group;

  /** The messages by their offsets; of a deleted one nothing. */
  private final Map<Long, Optional<String>> messages = new TreeMap<>();

  private JsonPeer peer;
  private String token = "";
  private StreamPosition position = new StreamPosition("", 0);
  private int applied;
  private boolean connected;

  Reader(ChatNode node, GroupName group) {
    this.node = node;
    this.group = group;
    this.peer = new JsonPeer(node, group);
    comeIn();
  }

  /** Joins, again if it is in already, with its position. */
  void comeIn() {
    if (!peer.line().endings().isEmpty()) {
      // For causing replies without reading them, or because the group was changed.
      drop();
    }
    if (connected) {
      apply();
    } else {
      peer = new JsonPeer(node, group);
      applied = 0;
      connected = true;
    }
    String who = token.isEmpty() ? "" : ",\"token\":\"" + token + '"';
    peer.send("{\"type\":\"join\"," + JsonSpeaker.position(position) + who + "}");
  }

  /** Loses its line. */
  void drop() {
    if (connected) {
      apply();
      peer.line().disconnect();
      peer.line().readAgain();
      connected = false;
    }
  }

  /** Sends, if it has a line, and does not wait. */
  void send(String frame) {
    if (connected) {
      peer.send(frame);
    }
  }

  /** Takes in what it was told since the last time; comes in again when it was shown out. */
  void keepUp() {
    if (peer.line().endings().isEmpty()) {
      apply();
    } else {
      comeIn();
    }
  }

  /** Takes in what it was told since the last time. */
  void apply() {
    List<JsonObject> heard = peer.heard();
    heard.subList(applied, heard.size()).forEach(this::apply);
    applied = heard.size();
  }

  /** The line, on which nothing may be said by others. */
  JsonPeer peer() {
    return peer;
  }

  long offset() {
    return position.offset();
  }

  /** What it takes the group for. */
  Map<Long, Optional<String>> messages() {
    return messages;
  }

  private void apply(JsonObject one) {
    switch (one.getString("type")) {
      case "welcome" -> {
        token = one.getString("token");
        begin(one, one.getBoolean("recovered"), one.getJsonNumber("offset").longValue());
      }
      case "reset" -> begin(one, false, one.getJsonNumber("head").longValue());
      default -> {
        if (JsonSpeaker.isEvent(one)) {
          advance(one);
        }
      }
    }
  }

  private void begin(JsonObject told, boolean recovered, long offset) {
    // Perhaps one that it has gone past meanwhile: what follows is told again.
    position = new StreamPosition(told.getString("epoch"), offset);
    if (!recovered) {
      messages.clear();
      for (long read = 0; read < offset; read += PAGE) {
        node.journal().after(group, read, PAGE).stream()
            .filter(entry -> entry.offset() <= offset)
            .forEach(this::load);
      }
    }
  }

  private void load(JournalEntry entry) {
    if (entry.event() instanceof ChatEvent.Message message) {
      boolean deleted = message.state() == ChatEvent.Message.State.DELETED;
      messages.put(entry.offset(), deleted ? Optional.empty() : Optional.of(message.text()));
    }
  }

  private void advance(JsonObject event) {
    long offset = event.getJsonNumber("offset").longValue();
    if (offset != position.offset() + 1) {
      throw new AssertionError("told " + offset + " after " + position.offset());
    }
    position = new StreamPosition(position.epoch(), offset);
    switch (event.getString("type")) {
      case "message" -> messages.put(offset, Optional.ofNullable(event.getString("text", null)));
      case "edited" ->
          messages.put(
              event.getJsonNumber("target").longValue(), Optional.of(event.getString("text")));
      case "deleted" -> messages.put(event.getJsonNumber("target").longValue(), Optional.empty());
      default -> throw new AssertionError("nobody did this: " + event);
    }
  }
}
