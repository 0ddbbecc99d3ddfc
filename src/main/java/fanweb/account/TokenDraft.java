package fanweb.account;

import java.time.Instant;
import java.util.List;

/**
 * What of a token is chosen.
 *
 * @param fingerprint of its secret
 * @param name by which its owner knows it
 * @param scopes codes of the permissions that it has at most
 * @param made when
 * @param ends when it stops working
 */
public record TokenDraft(
    String fingerprint, String name, List<String> scopes, Instant made, Instant ends) {
  /** Takes them over. */
  public TokenDraft {
    scopes = List.copyOf(scopes);
  }
}
