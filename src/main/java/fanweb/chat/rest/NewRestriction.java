package fanweb.chat.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is to be kept from.
 *
 * @param kind {@code mute}: from writing; {@code ban}: from reading too
 * @param until when it ends by itself, in UTC; left out: when it is lifted
 */
public record NewRestriction(
    @Schema(description = "`mute` keeps from writing, `ban` from reading too.")
        @NotNull(message = "is missing")
        @Pattern(regexp = "mute|ban", message = "must be mute or ban")
        String kind,
    @Schema(description = "When it ends by itself, in UTC; left out: when it is lifted.")
        @Pattern(regexp = NewRestriction.TIME, message = NewRestriction.TIME_RULE)
        @Nullable String until) {
  static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?Z";
  static final String TIME_RULE = "must be a time as in 2030-01-31T12:00:00Z";
}
