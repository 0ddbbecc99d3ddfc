package fanweb.account.page;

import fanweb.account.Identity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * A request of somebody. Its principal is always an {@link Identity}; the server's other words for
 * who asks are for those who signed in. A role is here what one may do.
 */
final class IdentifiedRequest extends HttpServletRequestWrapper {
  private final Identity who;

  IdentifiedRequest(HttpServletRequest request, Identity who) {
    super(request);
    this.who = who;
  }

  @Override
  public Principal getUserPrincipal() {
    return who;
  }

  @Override
  public @Nullable String getRemoteUser() {
    return who.isSignedIn() ? who.getName() : null;
  }

  @Override
  public @Nullable String getAuthType() {
    return switch (who.proof()) {
      case NONE -> null;
      case SESSION -> FORM_AUTH;
      case TOKEN, SETTING -> "BEARER";
    };
  }

  @Override
  public boolean isUserInRole(String permission) {
    return who.may(permission);
  }
}
