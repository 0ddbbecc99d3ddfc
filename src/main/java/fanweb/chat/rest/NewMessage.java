package fanweb.chat.rest;

import fanweb.platform.OneLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something to be said.
 *
 * @param text may be empty
 * @param name what others read as its author's name; proves nothing
 */
public record NewMessage(
    @NotNull(message = "is missing")
        @Pattern(regexp = NewMessage.TEXT, message = NewMessage.TEXT_RULE)
        String text,
    @OneLine(max = 32) @Nullable String name) {
  static final String TEXT = "[^\\x00]*";
  static final String TEXT_RULE = "must not have the character U+0000";
}
