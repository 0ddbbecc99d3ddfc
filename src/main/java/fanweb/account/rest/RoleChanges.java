package fanweb.account.rest;

import fanweb.platform.OneLine;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a role may be changed; what is left out stays.
 *
 * @param name for people to read
 * @param code for programs; unique
 */
public record RoleChanges(
    @OneLine(max = NewUser.LONGEST_NAME) @Nullable String name,
    @Pattern(regexp = NewRole.CODE, message = NewRole.CODE_RULE) @Nullable String code) {}
