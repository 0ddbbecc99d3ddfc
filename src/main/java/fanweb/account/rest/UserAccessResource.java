package fanweb.account.rest;

import fanweb.account.AccountPolicy;
import fanweb.account.Identity;
import fanweb.account.OneTimeLink;
import fanweb.account.OneTimeLinks;
import fanweb.account.Sessions;
import fanweb.account.User;
import fanweb.account.Users;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How other people get in: their sessions, and links that reset their passwords. */
@Noted
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "users", description = "People")
public class UserAccessResource {
  @Inject private Users users;
  @Inject private Authority authority;
  @Inject private Sessions sessions;
  @Inject private OneTimeLinks links;
  @Context private UriInfo uri;

  /** Ends all sessions of a person. */
  @DELETE
  @Path("{id}/sessions")
  @RolesAllowed(AccountPolicy.CHANGE_USERS)
  @Operation(summary = "Signs a person out everywhere")
  public void endSessions(@PathParam("id") long id, @Context SecurityContext security) {
    User user =
        users
            .find(id)
            .orElseThrow(
                () -> new RefusedException(Reason.MISSING, "There is no user with the id " + id));
    authority.over((Identity) security.getUserPrincipal(), user);
    sessions.endAllOf(id);
  }

  /** Makes a link that resets a password. */
  @POST
  @Path("{id}/reset-link")
  @RolesAllowed(AccountPolicy.CHANGE_USERS)
  @Operation(
      summary = "Makes a link that sets a person's password",
      description = "It works once and for an hour. The password stays as it is until then.")
  @APIResponseSchema(value = UserLink.class, responseCode = "201", responseDescription = "Made")
  @APIResponse(responseCode = "409", description = "The person cannot sign in")
  public Response resetLink(@PathParam("id") long id, @Context SecurityContext security) {
    OneTimeLink.Made made = links.reset((Identity) security.getUserPrincipal(), id);
    // The home of the site, which is above that of the API.
    URI page = uri.getBaseUri().resolve("../account/reset/?link=" + made.secret().value());
    return Response.created(page)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(new UserLink(page.toString(), made.link().ends().toString()))
        .build();
  }
}
