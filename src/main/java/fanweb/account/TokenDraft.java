package fanweb.account;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * What of a token is chosen.
 *
 * @param fingerprint of its secret
 * @param name by which its owner knows it
 * @param scopes codes of the permissions that it has at most
 * @param made when
 * @param ends when it stops working
 * @param parent number of the token that it is made with, and ends with; empty for none
 */
public record TokenDraft(
    String fingerprint,
    String name,
    List<String> scopes,
    Instant made,
    Instant ends,
    OptionalLong parent) {
  /** Takes them over. */
  public TokenDraft {
    scopes = List.copyOf(scopes);
  }
}
