package fanweb.account.rest;

import fanweb.platform.OneLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A token to be made.
 *
 * @param name by which its owner will know it
 * @param scopes codes of the permissions that it is to have at most
 * @param expires when it is to stop working
 */
public record NewToken(
    @NotNull(message = "is missing") @OneLine(max = NewUser.LONGEST_NAME) String name,
    @NotNull(message = "is missing")
        @Size(min = 1, max = NewRole.MOST_PERMISSIONS, message = "must be {min} to {max}")
        @Schema(description = "Permissions that you have yourself, as in `message.add`.")
        List<String> scopes,
    @Schema(
            format = "date-time",
            description = "In UTC; in 90 days when it is left out, in 366 at the latest.")
        @Nullable String expires) {}
