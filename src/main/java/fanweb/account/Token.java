package fanweb.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A token of the API that belongs to somebody, without its secret.
 *
 * @param id its number
 * @param userId whose it is
 * @param name by which they know it
 * @param scopes codes of the permissions that it has at most, in alphabetical order
 * @param made when
 * @param ends when it stops working
 * @param used when it was used last, to the minute; empty for never
 */
public record Token(
    long id,
    long userId,
    String name,
    List<String> scopes,
    Instant made,
    Instant ends,
    Optional<Instant> used) {
  /** Takes them over. */
  public Token {
    scopes = List.copyOf(scopes);
  }

  /** One that was just made, with its secret, told this once. */
  public record Made(Secret secret, Token token) {}
}
