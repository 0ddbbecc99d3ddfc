package fanweb.account.rest;

import fanweb.account.AccountPolicy;
import fanweb.account.Identity;
import fanweb.account.KnownPermissions;
import fanweb.account.Token;
import fanweb.account.TokenDesk;
import fanweb.account.TokenRequest;
import fanweb.platform.Fault;
import fanweb.platform.OpenToGuests;
import fanweb.platform.RefusedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One's own tokens of the API. */
@Noted
@Path("tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tokens", description = "Tokens of the API, which belong to people")
@APIResponse(
    responseCode = "403",
    description =
        "Whoever asks is no user, or has a token that may not `token.add`; or a cookie came along"
            + " without its CSRF token")
public class TokenResource {
  @Inject private TokenDesk desk;
  @Inject private KnownPermissions known;
  @Context private UriInfo uri;
  @Context private SecurityContext security;

  /** Makes a token. */
  @POST
  @RolesAllowed(AccountPolicy.ADD_TOKENS)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Makes a token",
      description =
          "What it may is what of its scopes you may yourself, whenever it is used. Made with"
              + " another token, it works no longer than that one.")
  @APIResponseSchema(value = MadeToken.class, responseCode = "201", responseDescription = "Made")
  @APIResponse(
      responseCode = "403",
      description = "You are no user, or have not the permission `token.add` or one of the scopes")
  @APIResponse(responseCode = "409", description = "You have 50 already")
  public Response create(NewToken token) {
    Token.Made made = desk.make(who(), request(token));
    String path = Long.toString(made.token().id());
    return Response.created(uri.getAbsolutePathBuilder().path(path).build())
        .entity(MadeToken.of(made))
        .build();
  }

  private TokenRequest request(NewToken token) {
    return new TokenRequest(
        UserInput.line(token.name()),
        known.checked(token.scopes(), "/scopes"),
        time(token.expires()));
  }

  private static Optional<Instant> time(@Nullable String text) {
    try {
      return Optional.ofNullable(text)
          .map(Instant::parse)
          .map(t -> t.truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException e) {
      throw RefusedException.invalid(
          Fault.inBody("/expires", "must be a time in UTC, as in 2030-01-31T12:00:00Z"));
    }
  }

  /** Lists one's own tokens. */
  @GET
  @OpenToGuests
  @Operation(summary = "Lists your tokens, without their secrets")
  @APIResponseSchema(value = TokenList.class, responseDescription = "Tokens")
  public TokenList list() {
    return TokenList.of(desk.list(who()));
  }

  /** Revokes one of one's own tokens. */
  @DELETE
  @Path("{id}")
  @OpenToGuests
  @Operation(summary = "Revokes one of your tokens")
  @APIResponse(responseCode = "204", description = "Revoked")
  public void revoke(@PathParam("id") long id) {
    desk.revoke(who(), id);
  }

  private Identity who() {
    return Callers.of(security);
  }
}
