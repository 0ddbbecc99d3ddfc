package fanweb.chat.rest;

import fanweb.channel.GroupName;
import fanweb.chat.GroupSettings;
import fanweb.platform.OneLine;
import fanweb.platform.OneLineText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A group that somebody wants to own.
 *
 * @param name its name
 * @param title what people read beside the name; null: nothing
 * @param read who may read; null: everyone
 * @param write who may write; null: everyone who may read
 */
public record NewGroup(
    @Schema(description = "Letters, digits, marks, `_`, `-` and `.`, not starting with `.`")
        @NotNull(message = "is missing")
        String name,
    @OneLine(max = GroupSettings.MAX_TITLE) @Nullable String title,
    @Pattern(regexp = SettingsChanges.ACCESS, message = SettingsChanges.ACCESS_RULE)
        @Nullable String read,
    @Pattern(regexp = SettingsChanges.ACCESS, message = SettingsChanges.ACCESS_RULE)
        @Nullable String write) {
  GroupName group() {
    return Groups.named(name);
  }

  /** How it is to be set up. */
  GroupSettings settings() {
    GroupSettings usual = GroupSettings.DEFAULTS;
    return new GroupSettings(
        title == null ? "" : OneLineText.normal(title),
        usual.durable(),
        read == null ? usual.read() : SettingsChanges.access(read),
        write == null ? usual.write() : SettingsChanges.access(write),
        usual.slowSeconds(),
        usual.keepMessages(),
        usual.keepSeconds());
  }
}
