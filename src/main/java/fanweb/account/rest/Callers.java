package fanweb.account.rest;

import fanweb.account.Identity;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Objects;

/** Who asks. */
final class Callers {
  private Callers() {}

  /** The principal of a request, which every request of the API has. */
  static Identity of(SecurityContext security) {
    return (Identity) Objects.requireNonNull(security.getUserPrincipal());
  }
}
