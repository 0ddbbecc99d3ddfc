package fanweb.account.rest;

import fanweb.account.AccountSettings;
import fanweb.account.Login;
import fanweb.platform.OneLine;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person to be made.
 *
 * @param name for people to read; spaces around it are dropped
 * @param password 8 to 128 characters, unless the site says otherwise
 * @param login for signing in; without one the person cannot
 * @param age in years; 2 when it is left out
 * @param data any number
 * @param roles codes of roles
 */
public record NewUser(
    @NotNull(message = "is missing") @OneLine(max = NewUser.LONGEST_NAME) String name,
    @NotNull(message = "is missing")
        @Schema(
            writeOnly = true,
            minLength = 8,
            maxLength = AccountSettings.LONGEST_PASSWORD,
            description = NewUser.PASSWORD_RULE)
        String password,
    @JsonbNillable @Pattern(regexp = NewUser.LOGIN, message = NewUser.LOGIN_RULE)
        @Nullable String login,
    @Schema(defaultValue = "2", description = "In years.") @Nullable Integer age,
    @JsonbNillable @Nullable Integer data,
    @Size(max = NewUser.MOST_ROLES, message = "must be at most {max}")
        @Nullable List<String> roles) {
  static final int LONGEST_NAME = 32;
  static final int MOST_ROLES = 50;
  static final int USUAL_AGE = 2;
  static final String PASSWORD_RULE =
      "Never told. The least length is the site's to set: fanweb.account.password-min-length.";
  static final String LOGIN = Login.FORM;
  static final String LOGIN_RULE = Login.RULE;

  /** Leaves the password out, for no log shall have it. */
  @Override
  public String toString() {
    return "NewUser[name=" + name + ", login=" + login + "]";
  }
}
