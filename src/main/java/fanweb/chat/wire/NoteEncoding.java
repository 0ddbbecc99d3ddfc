package fanweb.chat.wire;

import fanweb.channel.Encoding;
import fanweb.chat.NodeNote;
import jakarta.json.JsonObject;

/** What passes in a group on one node. Any thread. */
public final class NoteEncoding implements Encoding<NodeNote> {
  @Override
  public byte[] encode(NodeNote note) {
    return Json.write(
        json -> {
          if (note instanceof NodeNote.Whole whole) {
            json.write("type", "whole");
            Json.authors(json, "people", whole.people());
          } else if (note instanceof NodeNote.Change change) {
            json.write("type", "change");
            Json.authors(json, "joined", change.joined());
            Json.authors(json, "left", change.left());
          } else if (note instanceof NodeNote.Writing writing) {
            json.write("type", "writing").write("on", writing.on());
            Json.author(json, writing.author());
          } else {
            json.write("type", note instanceof NodeNote.Asking ? "asking" : "alive");
          }
        });
  }

  @Override
  public NodeNote decode(byte[] bytes) {
    return Json.read(bytes, NoteEncoding::note);
  }

  private static NodeNote note(JsonObject json) {
    String type = json.getString("type");
    return switch (type) {
      case "whole" -> new NodeNote.Whole(Json.authors(json, "people"));
      case "change" ->
          new NodeNote.Change(Json.authors(json, "joined"), Json.authors(json, "left"));
      case "writing" -> new NodeNote.Writing(Json.author(json), json.getBoolean("on", false));
      case "asking" -> new NodeNote.Asking();
      case "alive" -> new NodeNote.Alive();
      default -> throw new IllegalArgumentException("no such note: " + type);
    };
  }
}
