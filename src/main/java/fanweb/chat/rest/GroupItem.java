package fanweb.chat.rest;

import fanweb.chat.GroupDirectory;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A group in which somebody spoke.
 *
 * @param name its name
 * @param lastActive when somebody last spoke there, to the minute
 */
@JsonbPropertyOrder({"name", "lastActive"})
public record GroupItem(
    String name,
    @Schema(description = "When somebody last spoke there, to the minute.") Instant lastActive) {
  static GroupItem of(GroupDirectory.Entry entry) {
    return new GroupItem(entry.name().value(), entry.lastActive());
  }
}
