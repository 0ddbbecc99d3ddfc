package fanweb.chat.rest;

import fanweb.chat.Ephemeral;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a group: connected by a socket or a stream of events; who polls is not.
 *
 * @param count how many people
 * @param here they; null in a large group, where only the count is told
 */
@JsonbPropertyOrder({"count", "here"})
public record PresenceAnswer(
    @Schema(description = "People, not connections; who polls is none of them.") int count,
    @Schema(description = "Of a large group only the count is told.")
        @Nullable List<PersonAnswer> here) {
  static PresenceAnswer of(Ephemeral.Presence presence) {
    boolean named = presence.here().size() == presence.count();
    return new PresenceAnswer(
        presence.count(), named ? presence.here().stream().map(PersonAnswer::of).toList() : null);
  }
}
