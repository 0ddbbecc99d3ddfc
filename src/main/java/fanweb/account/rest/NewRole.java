package fanweb.account.rest;

import fanweb.platform.OneLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A role to be made.
 *
 * @param name for people to read; spaces around it are dropped
 * @param code for programs; unique
 */
public record NewRole(
    @NotNull(message = "is missing") @OneLine(max = NewUser.LONGEST_NAME) String name,
    @NotNull(message = "is missing") @Pattern(regexp = NewRole.CODE, message = NewRole.CODE_RULE)
        String code) {
  static final String CODE = "[A-Za-z0-9_.:-]{1,64}";
  static final String CODE_RULE = "must have 1 to 64 ASCII letters, digits or _ . : -";
}
