package fanweb.account.rest;

import fanweb.platform.OneLine;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What of a role may be changed; what is left out stays.
 *
 * @param name for people to read
 * @param code for programs; unique
 * @param permissions all codes from now on
 */
public record RoleChanges(
    @OneLine(max = NewUser.LONGEST_NAME) @Nullable String name,
    @Pattern(regexp = NewRole.CODE, message = NewRole.CODE_RULE) @Nullable String code,
    @Size(max = NewRole.MOST_PERMISSIONS, message = "must be at most {max}")
        @Schema(description = NewRole.PERMISSIONS_RULE)
        @Nullable List<String> permissions) {}
