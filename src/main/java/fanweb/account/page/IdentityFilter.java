package fanweb.account.page;

import fanweb.account.Grants;
import fanweb.account.GuestToken;
import fanweb.account.Identity;
import fanweb.account.Permissions;
import fanweb.account.Secret;
import fanweb.account.Tokens;
import fanweb.platform.BearerToken;
import fanweb.platform.PlatformSettings;
import fanweb.platform.Refusals;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.security.Principal;
import java.time.Clock;
import java.util.Optional;

/** Finds out who asks, by the bearer token. Mapped in {@code web.xml}. */
public final class IdentityFilter extends HttpFilter {
  @Serial private static final long serialVersionUID = 1L;

  private final transient PlatformSettings settings;
  private final transient Grants grants;
  private final transient Tokens tokens;

  @Inject
  IdentityFilter(PlatformSettings settings, Grants grants, Tokens tokens) {
    this.settings = settings;
    this.grants = grants;
    this.tokens = tokens;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<BearerToken> bearer = BearerToken.of(request.getHeader("Authorization"));
    Optional<Identity> who =
        bearer.isPresent()
            ? holder(bearer.get())
            : Optional.of(Identity.guest("", grants.ofGuests()));
    if (who.isPresent()) {
      chain.doFilter(new Known(request, who.get()), response);
    } else {
      Refusals.refuse(
          request,
          response,
          new RefusedException(Reason.UNAUTHENTICATED, "This is not a token of the API"));
    }
  }

  private Optional<Identity> holder(BearerToken bearer) {
    String secret = settings.apiToken();
    if (!secret.isEmpty() && bearer.is(secret)) {
      return Optional.of(Identity.machine());
    }
    return Secret.parse(Secret.Kind.TOKEN, bearer.value())
        .flatMap(one -> tokens.byFingerprint(one.fingerprint(), Clock.systemUTC().instant()))
        .map(this::user)
        .or(
            () ->
                GuestToken.parse(bearer.value())
                    .map(guest -> Identity.guest(guest.authorId(), grants.ofGuests())));
  }

  private Identity user(Tokens.Held held) {
    Permissions may = held.scopes().within(grants.ofUser(held.userId()));
    String author = Identity.authorOf(held.userId());
    return new Identity(Identity.Proof.TOKEN, held.id(), held.userId(), author, "", may);
  }

  private static final class Known extends HttpServletRequestWrapper {
    private final Identity who;

    Known(HttpServletRequest request, Identity who) {
      super(request);
      this.who = who;
    }

    @Override
    public Principal getUserPrincipal() {
      return who;
    }

    /** Some servers look here for whoever {@code @RolesAllowed} lets in. */
    @Override
    public boolean isUserInRole(String permission) {
      return who.may(permission);
    }
  }
}
