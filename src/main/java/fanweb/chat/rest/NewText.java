package fanweb.chat.rest;

import fanweb.platform.OneLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a message is to say from now on.
 *
 * @param text may be empty
 * @param name what others read as the name of whoever changed it; proves nothing
 */
public record NewText(
    @NotNull(message = "is missing")
        @Pattern(regexp = NewMessage.TEXT, message = NewMessage.TEXT_RULE)
        String text,
    @OneLine(max = 32) @Nullable String name) {}
