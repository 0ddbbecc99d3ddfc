package fanweb.platform.rest;

import fanweb.platform.BearerToken;
import fanweb.platform.OpenToGuests;
import fanweb.platform.PlatformSettings;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody but the holder of {@code fanweb.api.token} use a resource of the API, unless its
 * method is marked {@link PermitAll} or {@link OpenToGuests}. The examples are open.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class TokenFilter implements ContainerRequestFilter {
  @Context private ResourceInfo handler;
  @Inject private PlatformSettings settings;

  @Override
  public void filter(ContainerRequestContext context) {
    Method method = handler.getResourceMethod();
    boolean open =
        method.isAnnotationPresent(PermitAll.class)
            || method.isAnnotationPresent(OpenToGuests.class)
            || Resources.applicationOf(handler.getResourceClass()) != ApiApplication.class;
    if (!open) {
      demand(context.getHeaderString(HttpHeaders.AUTHORIZATION));
    }
  }

  private void demand(@Nullable String credentials) {
    String token = settings.apiToken();
    if (token.isEmpty()) {
      throw new RefusedException(
          Reason.FORBIDDEN,
          "This part of the API is closed: set fanweb.api.token (environment variable"
              + " FANWEB_API_TOKEN) to a secret of at least "
              + PlatformSettings.SHORTEST_TOKEN
              + " characters, and send it as Authorization: Bearer <token>");
    }
    BearerToken sent =
        BearerToken.of(credentials)
            .orElseThrow(
                () ->
                    new RefusedException(
                        Reason.UNAUTHENTICATED,
                        "Send the token of the API as Authorization: Bearer <token>"));
    if (!sent.is(token)) {
      throw new RefusedException(Reason.UNAUTHENTICATED, "This is not the token of the API");
    }
  }
}
