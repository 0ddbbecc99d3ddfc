package fanweb.account.rest;

import fanweb.account.Token;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token as the API tells it, without its secret.
 *
 * @param id its number
 * @param name by which its owner knows it
 * @param scopes codes of the permissions that it has at most, in alphabetical order
 * @param made when
 * @param expires when it stops working
 * @param used when it was used last, to the minute, if it ever was
 */
@JsonbPropertyOrder({"id", "name", "scopes", "made", "expires", "used"})
public record TokenAnswer(
    long id,
    String name,
    List<String> scopes,
    Instant made,
    Instant expires,
    @Nullable Instant used) {

  static TokenAnswer of(Token token) {
    return new TokenAnswer(
        token.id(),
        token.name(),
        token.scopes(),
        token.made(),
        token.ends(),
        token.used().orElse(null));
  }
}
