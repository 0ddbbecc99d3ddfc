package fanweb.account.rest;

import fanweb.account.AccountPolicy;
import fanweb.account.Identity;
import fanweb.account.TokenDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tokens of one person, for those who look after people. */
@Noted
@Path("users/{id}/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tokens")
public class UserTokenResource {
  @Inject private TokenDesk desk;
  @Context private SecurityContext security;

  /** Lists somebody's tokens. */
  @GET
  @RolesAllowed(AccountPolicy.CHANGE_USERS)
  @Operation(summary = "Lists somebody's tokens, without their secrets")
  @APIResponseSchema(value = TokenList.class, responseDescription = "Tokens")
  public TokenList listOfUser(@PathParam("id") long id) {
    return TokenList.of(desk.listOf(who(), id));
  }

  /** Revokes one of somebody's tokens. */
  @DELETE
  @Path("{token}")
  @RolesAllowed(AccountPolicy.CHANGE_USERS)
  @Operation(summary = "Revokes one of somebody's tokens")
  @APIResponse(responseCode = "204", description = "Revoked")
  public void revokeOfUser(@PathParam("id") long id, @PathParam("token") long token) {
    desk.revokeOf(who(), id, token);
  }

  private Identity who() {
    return Callers.of(security);
  }
}
