package fanweb.account.page;

import fanweb.account.GuestToken;
import fanweb.account.Visit;
import fanweb.platform.ClientAddresses;
import fanweb.platform.Cookies;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** From where a request comes, for signing in. Any thread. */
@Singleton
public final class Visits {
  private final ClientAddresses addresses;

  @Inject
  Visits(ClientAddresses addresses) {
    this.addresses = addresses;
  }

  /** Its line, its browser and the guest it was until now. */
  public Visit of(HttpServletRequest request) {
    return new Visit(
        addresses.of(request),
        Objects.requireNonNullElse(request.getHeader("User-Agent"), ""),
        Cookies.value(request, GuestToken.COOKIE).flatMap(GuestToken::parse));
  }
}
