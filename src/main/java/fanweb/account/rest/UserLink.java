package fanweb.account.rest;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A link with which somebody sets a new password.
 *
 * @param url where it leads; a secret
 * @param expires when it stops working
 */
@JsonbPropertyOrder({"url", "expires"})
public record UserLink(
    @Schema(format = "uri", description = "Works once. A secret.") String url,
    @Schema(format = "date-time", description = "RFC 3339, in UTC.") String expires) {
  /** Leaves the secret out. */
  @Override
  public String toString() {
    return "UserLink[expires=" + expires + "]";
  }
}
