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
 * @param owner whose it is to be, by their author's id; null: whoever asks
 * @param title what people read beside the name; null: nothing
 * @param read who may read; null: everyone
 * @param write who may write; null: everyone who may read
 */
public record NewGroup(
    @Schema(description = "Letters, digits, marks, `_`, `-` and `.`, not starting with `.`")
        @NotNull(message = "is missing")
        String name,
    @Schema(description = "Whose it is to be, if not yours; that takes who may change all groups.")
        @Pattern(regexp = NewGroup.USER, message = "must be the id of a user's author")
        @Nullable String owner,
    @OneLine(max = GroupSettings.MAX_TITLE) @Nullable String title,
    @Pattern(regexp = SettingsChanges.ACCESS, message = SettingsChanges.ACCESS_RULE)
        @Nullable String read,
    @Pattern(regexp = SettingsChanges.ACCESS, message = SettingsChanges.ACCESS_RULE)
        @Nullable String write) {
  /** The id of a user's author. */
  static final String USER = "u_[1-9]\\d{0,18}";

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
