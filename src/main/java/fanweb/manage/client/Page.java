package fanweb.manage.client;

import fanweb.channel.StreamPosition;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * A part of what happened in a group.
 *
 * @param events in the order in which they are told
 * @param head where the stream stands
 * @param floor the offset up to which events are no longer kept
 * @param recovered whether all is told that came after the place asked for; else there is nothing
 */
record Page(List<JsonObject> events, StreamPosition head, long floor, boolean recovered) {
  /** Reads one. */
  static Page of(JsonObject page) {
    return new Page(
        page.getJsonArray("messages").stream().map(JsonValue::asJsonObject).toList(),
        new StreamPosition(Frames.text(page, "epoch"), Frames.number(page, "head").orElse(0)),
        Frames.number(page, "floor").orElse(0),
        page.getBoolean("recovered", false));
  }

  /** The offset of the last event; the head's when there is none. */
  long last() {
    return events.isEmpty()
        ? head.offset()
        : Frames.number(events.get(events.size() - 1), "offset").orElse(head.offset());
  }
}
