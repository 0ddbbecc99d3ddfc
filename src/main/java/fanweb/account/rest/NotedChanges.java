package fanweb.account.rest;

import fanweb.account.Identity;
import fanweb.platform.ClientAddresses;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line in the log for each change of people, roles and tokens, and for each that was forbidden
 * to somebody who is known: who, from where, what, and which rights somebody has now. Strangers
 * write no lines.
 */
@Provider
@Noted
public class NotedChanges implements ContainerResponseFilter {
  private static final Logger LOG = System.getLogger(NotedChanges.class.getName());
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Inject private ClientAddresses addresses;
  @Context private HttpServletRequest servlet;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    boolean forbidden = response.getStatus() == Status.FORBIDDEN.getStatusCode();
    boolean changed =
        response.getStatusInfo().getFamily() == Family.SUCCESSFUL
            && !READING.contains(request.getMethod());
    if ((forbidden || changed)
        && request.getSecurityContext().getUserPrincipal() instanceof Identity who
        && who.isSignedIn()) {
      String event = forbidden ? "change_forbidden" : "accounts_changed";
      LOG.log(
          Level.INFO, "event=" + event + " " + what(request, who) + rights(response.getEntity()));
    }
  }

  /** The path as it came, in which everything but letters and digits is escaped. */
  private String what(ContainerRequestContext request, Identity who) {
    return "by=%s proof=%s credential=%d address=%s method=%s path=%s"
        .formatted(
            who.userId() == 0 ? who.author() : Long.toString(who.userId()),
            who.proof(),
            who.credential(),
            addresses.of(servlet),
            request.getMethod(),
            request.getUriInfo().getRequestUri().getRawPath());
  }

  /** Codes only, which have no blanks. */
  private static String rights(@Nullable Object answer) {
    if (answer instanceof UserAnswer user) {
      return " user=%d active=%s roles=%s"
          .formatted(user.id(), user.active(), String.join(",", user.roles()));
    }
    if (answer instanceof RoleAnswer role) {
      return " role=%s permissions=%s".formatted(role.code(), String.join(",", role.permissions()));
    }
    return "";
  }
}
