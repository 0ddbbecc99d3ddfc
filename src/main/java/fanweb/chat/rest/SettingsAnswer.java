package fanweb.chat.rest;

import fanweb.chat.GroupSettings;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a group is set up, as {@code fanweb.v1} tells it too.
 *
 * @param title what people read beside the name; may be empty
 * @param durable whether what is said is stored
 * @param read who may read, {@code everyone}, {@code users}, {@code members} or {@code moderators}
 * @param write who may write, the same
 * @param slowSeconds seconds between two messages of one author; 0: none
 * @param keepMessages how many of the latest events are kept; 0: all
 * @param keepSeconds how many seconds an event is kept; 0: for ever
 */
@JsonbPropertyOrder({
  "title",
  "durable",
  "read",
  "write",
  "slowSeconds",
  "keepMessages",
  "keepSeconds"
})
public record SettingsAnswer(
    String title,
    boolean durable,
    @Schema(enumeration = {"everyone", "users", "members", "moderators"}) String read,
    @Schema(enumeration = {"everyone", "users", "members", "moderators"}) String write,
    int slowSeconds,
    int keepMessages,
    long keepSeconds) {
  static SettingsAnswer of(GroupSettings settings) {
    return new SettingsAnswer(
        settings.title(),
        settings.durable(),
        lower(settings.read()),
        lower(settings.write()),
        settings.slowSeconds(),
        settings.keepMessages(),
        settings.keepSeconds());
  }

  /** A name as it travels. */
  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
