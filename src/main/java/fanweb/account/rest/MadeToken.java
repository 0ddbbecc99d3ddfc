package fanweb.account.rest;

import fanweb.account.Token;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to making a token.
 *
 * @param secret what is sent as the bearer token
 * @param token all else
 */
@JsonbPropertyOrder({"secret", "token"})
public record MadeToken(
    @Schema(description = "To be sent as `Authorization: Bearer k_…`. Told this once.")
        String secret,
    TokenAnswer token) {
  static MadeToken of(Token.Made made) {
    return new MadeToken(made.secret().value(), TokenAnswer.of(made.token()));
  }

  /** Leaves the secret out, for no log shall have it. */
  @Override
  public String toString() {
    return "MadeToken[token=" + token + "]";
  }
}
