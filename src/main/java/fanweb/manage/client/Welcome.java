package fanweb.manage.client;

import fanweb.channel.StreamPosition;
import jakarta.json.JsonObject;

/**
 * The server lets one in.
 *
 * @param position where one's events begin
 * @param head the latest event's offset
 * @param recovered whether all follows that came after the position that was asked for
 * @param author who one is here
 * @param token proves it, of guests who came without one; else empty
 */
record Welcome(StreamPosition position, long head, boolean recovered, String author, String token) {
  /** Reads one. */
  static Welcome of(JsonObject welcome) {
    return new Welcome(
        new StreamPosition(
            Frames.text(welcome, "epoch"), Frames.number(welcome, "offset").orElse(0)),
        Frames.number(welcome, "head").orElse(0),
        welcome.getBoolean("recovered", false),
        Frames.text(welcome, "author"),
        Frames.text(welcome, "token"));
  }
}
