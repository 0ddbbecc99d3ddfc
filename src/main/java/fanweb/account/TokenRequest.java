package fanweb.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants a token for.
 *
 * @param name by which they will know it
 * @param scopes codes of the permissions that it is to have, each known
 * @param ends when it is to stop working; empty for the usual time
 */
public record TokenRequest(String name, List<String> scopes, Optional<Instant> ends) {
  /** Takes them over. */
  public TokenRequest {
    scopes = List.copyOf(scopes);
  }
}
