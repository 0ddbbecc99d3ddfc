package fanweb.chat.rest;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * How far somebody has read.
 *
 * @param offset of the last event read
 */
public record ReadMark(
    @NotNull(message = "is missing") @Min(value = 0, message = "must be 0 or more") Long offset) {}
