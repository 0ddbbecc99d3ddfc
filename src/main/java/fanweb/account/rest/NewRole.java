package fanweb.account.rest;

import fanweb.platform.OneLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A role to be made.
 *
 * @param name for people to read; spaces around it are dropped
 * @param code for programs; unique
 * @param permissions codes of what whoever has it may do; none when it is left out
 */
public record NewRole(
    @NotNull(message = "is missing") @OneLine(max = NewUser.LONGEST_NAME) String name,
    @NotNull(message = "is missing") @Pattern(regexp = NewRole.CODE, message = NewRole.CODE_RULE)
        String code,
    @Size(max = NewRole.MOST_PERMISSIONS, message = "must be at most {max}")
        @Schema(description = NewRole.PERMISSIONS_RULE)
        @Nullable List<String> permissions) {
  static final String CODE = "[A-Za-z0-9_.:-]{1,64}";
  static final String CODE_RULE = "must have 1 to 64 ASCII letters, digits or _ . : -";
  static final int MOST_PERMISSIONS = 200;
  static final String PERMISSIONS_RULE =
      "A model and an action each, as in `user.view`; `*` stands for all.";
}
