package fanweb.chat.rest;

import fanweb.chat.Restriction;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One restriction.
 *
 * @param author for whom
 * @param kind {@code mute} or {@code ban}
 * @param until when it ends by itself; null: when it is lifted
 */
@JsonbPropertyOrder({"author", "kind", "until"})
public record RestrictionItem(
    String author, @Schema(enumeration = {"mute", "ban"}) String kind, @Nullable Instant until) {
  static RestrictionItem of(Restriction restriction) {
    return new RestrictionItem(
        restriction.subject(), SettingsAnswer.lower(restriction.kind()), restriction.until());
  }
}
