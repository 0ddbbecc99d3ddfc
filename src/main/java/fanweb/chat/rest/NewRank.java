package fanweb.chat.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody is to be in a group.
 *
 * @param rank {@code member}, {@code moderator} or {@code owner}
 */
public record NewRank(
    @Schema(description = "A new `owner` makes the one before a moderator.")
        @NotNull(message = NewRank.RULE)
        @Pattern(regexp = "member|moderator|owner", message = NewRank.RULE)
        String rank) {
  static final String RULE = "must be member, moderator or owner";
}
