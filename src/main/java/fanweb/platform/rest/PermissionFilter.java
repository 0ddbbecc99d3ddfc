package fanweb.platform.rest;

import fanweb.account.AccountPolicy;
import fanweb.account.Identity;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the API closed unless it is opened: a method without a word on who may use it is refused to
 * everybody ({@link Access}). The examples are open.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class PermissionFilter implements ContainerRequestFilter {
  @Context private ResourceInfo handler;
  @Context private HttpServletRequest request;
  @Inject private AccountPolicy policy;

  @Override
  public void filter(ContainerRequestContext context) {
    if (Resources.applicationOf(handler.getResourceClass()) != ApiApplication.class) {
      return;
    }
    Access access = Access.of(handler.getResourceMethod());
    switch (access.kind()) {
      case EVERYBODY, ITSELF -> {}
      case PERMITTED -> policy.demand(known(request), access.permission());
      case NOBODY ->
          throw new RefusedException(
              Reason.FORBIDDEN, "Nobody may use this: it does not say who may");
    }
  }

  private static Identity known(@Nullable HttpServletRequest request) {
    if (request != null && request.getUserPrincipal() instanceof Identity identity) {
      return identity;
    }
    throw new IllegalStateException("a request of the API has no identity");
  }
}
