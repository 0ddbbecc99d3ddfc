package fanweb.account.rest;

import fanweb.account.AccountSettings;
import fanweb.platform.OneLine;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What of a person may be changed; what is left out stays.
 *
 * @param name as for a new one
 * @param password as for a new one
 * @param old one's own password so far, for whoever changes their own
 * @param login as for a new one; null takes it away
 * @param age in years
 * @param data any number; null takes it away
 * @param roles all codes from now on
 * @param active whether the person may sign in; false ends their sessions
 */
public record UserChanges(
    @OneLine(max = NewUser.LONGEST_NAME) @Nullable String name,
    @Schema(
            writeOnly = true,
            minLength = 8,
            maxLength = AccountSettings.LONGEST_PASSWORD,
            description = NewUser.PASSWORD_RULE)
        @Nullable String password,
    @Schema(
            writeOnly = true,
            description = "One's own password so far. Needed to change one's own, else of no use.")
        @Nullable String old,
    @JsonbNillable @Pattern(regexp = NewUser.LOGIN, message = NewUser.LOGIN_RULE)
        @Nullable String login,
    @Nullable Integer age,
    @JsonbNillable @Nullable Integer data,
    @Size(max = NewUser.MOST_ROLES, message = "must be at most {max}") @Nullable List<String> roles,
    @Nullable Boolean active) {

  /** Leaves the password out, for no log shall have it. */
  @Override
  public String toString() {
    return "UserChanges[name=" + name + ", login=" + login + "]";
  }
}
