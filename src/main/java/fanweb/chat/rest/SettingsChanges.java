package fanweb.chat.rest;

import fanweb.chat.GroupSettings;
import fanweb.chat.GroupSettings.Access;
import fanweb.platform.OneLine;
import fanweb.platform.OneLineText;
import fanweb.platform.Patch;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What of a group's settings may be changed; what is left out stays.
 *
 * @param title what people read beside the name; null: nothing
 * @param durable whether what is said is stored; when it changes, the stream begins anew
 * @param read who may read
 * @param write who may write
 * @param slowSeconds seconds between two messages of one author; 0: none
 * @param keepMessages how many of the latest events are kept; 0: all
 * @param keepSeconds how many seconds an event is kept; 0: for ever
 */
public record SettingsChanges(
    @JsonbNillable @OneLine(max = GroupSettings.MAX_TITLE) @Nullable String title,
    @Schema(
            description =
                "Whether what is said is stored. When it changes, the stream begins anew.")
        @Nullable Boolean durable,
    @Pattern(regexp = SettingsChanges.ACCESS, message = SettingsChanges.ACCESS_RULE)
        @Nullable String read,
    @Pattern(regexp = SettingsChanges.ACCESS, message = SettingsChanges.ACCESS_RULE)
        @Nullable String write,
    @Min(value = 0, message = SettingsChanges.DAY_RULE)
        @Max(value = SettingsChanges.DAY, message = SettingsChanges.DAY_RULE)
        @Nullable Integer slowSeconds,
    @Min(value = 0, message = "must be 0 or more") @Nullable Integer keepMessages,
    @Min(value = 0, message = "must be 0 or more") @Nullable Long keepSeconds) {
  static final String ACCESS = "everyone|users|members|moderators";
  static final String ACCESS_RULE = "must be everyone, users, members or moderators";
  static final long DAY = 86_400;
  static final String DAY_RULE = "must be from 0 to " + DAY;

  /** The settings as they are to be. */
  static GroupSettings applied(Patch<SettingsChanges> changes, GroupSettings old) {
    SettingsChanges to = changes.value();
    String title = to.title() == null ? "" : OneLineText.normal(to.title());
    return new GroupSettings(
        changes.gives("title") ? title : old.title(),
        to.durable() == null ? old.durable() : to.durable(),
        to.read() == null ? old.read() : access(to.read()),
        to.write() == null ? old.write() : access(to.write()),
        to.slowSeconds() == null ? old.slowSeconds() : to.slowSeconds(),
        to.keepMessages() == null ? old.keepMessages() : to.keepMessages(),
        to.keepSeconds() == null ? old.keepSeconds() : to.keepSeconds());
  }

  /** A word as it travels. */
  static Access access(String word) {
    return Access.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
