package fanweb.account.rest;

import fanweb.account.AccountPolicy;
import fanweb.account.Identity;
import fanweb.account.User;
import fanweb.account.UserDraft;
import fanweb.account.Users;
import fanweb.listing.Listing;
import fanweb.listing.Rows;
import fanweb.platform.Patch;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** People. */
@Noted
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "users", description = "People")
public class UserResource {
  @Inject private Users users;
  @Inject private UserInput input;
  @Inject private Authority authority;
  @Inject private OwnPassword own;
  @Context private HttpServletRequest request;
  @Context private UriInfo uri;
  @Context private SecurityContext security;

  /** Lists people. */
  @GET
  @RolesAllowed(AccountPolicy.VIEW_USERS)
  @Operation(summary = "Lists people")
  public UserPage list() {
    Query query = new Query(uri, Users.FIELDS);
    Listing listing = query.listing();
    Rows<UserAnswer> rows = users.list(listing).map(UserAnswer::of);
    return new UserPage(
        rows.count(), query.next(listing, rows), query.previous(listing), rows.results());
  }

  /** Makes a person. */
  @POST
  @RolesAllowed(AccountPolicy.ADD_USERS)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Makes a person")
  @APIResponseSchema(value = UserAnswer.class, responseCode = "201", responseDescription = "Made")
  @APIResponse(responseCode = "409", description = "Another person has this login")
  @APIResponse(responseCode = "503", description = "Too many passwords are being set just now")
  public Response create(NewUser user) {
    User made = users.create(authority.giving(who(), input.draft(user)));
    return Response.created(uri.getAbsolutePathBuilder().path(Long.toString(made.id())).build())
        .tag(tag(made))
        .entity(UserAnswer.of(made))
        .build();
  }

  /** Changes several people. */
  @PATCH
  @RolesAllowed(AccountPolicy.CHANGE_USERS)
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Operation(summary = "Changes several people", description = "Only their name, age and data.")
  public Updated updateAll(Patch<UserChanges> changes) {
    return new Updated(
        users.updateAll(
            new Query(uri, Users.FIELDS).bulk(),
            input.assignments(changes),
            authority.over(who())));
  }

  /** Deletes several people. */
  @DELETE
  @RolesAllowed(AccountPolicy.DELETE_USERS)
  @Operation(summary = "Deletes several people")
  public Deleted deleteAll() {
    return new Deleted(users.deleteAll(new Query(uri, Users.FIELDS).bulk(), authority.over(who())));
  }

  /** Tells one person. */
  @GET
  @RolesAllowed(AccountPolicy.VIEW_USERS)
  @Path("{id}")
  @Operation(summary = "Tells one person")
  @APIResponseSchema(value = UserAnswer.class, responseDescription = "The person")
  public Response get(@PathParam("id") long id, @Context Request request) {
    User user =
        users
            .find(id)
            .orElseThrow(
                () -> new RefusedException(Reason.MISSING, "There is no user with the id " + id));
    Response.ResponseBuilder same = request.evaluatePreconditions(tag(user));
    return same == null ? answer(user) : same.build();
  }

  /** Changes one person. */
  @PATCH
  @RolesAllowed(AccountPolicy.CHANGE_USERS)
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Path("{id}")
  @Operation(
      summary = "Changes one person",
      description =
          "Another password, or `active` false, ends the person's sessions and tokens. One's own"
              + " password needs `old`, the one so far.")
  @APIResponseSchema(value = UserAnswer.class, responseDescription = "The person as it is now")
  @APIResponse(
      responseCode = "409",
      description = "Another person has this login, or nobody would be left who may do everything")
  @APIResponse(responseCode = "503", description = "Too many passwords are being set just now")
  public Response update(
      @PathParam("id") long id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match,
      Patch<UserChanges> changes) {
    UnaryOperator<UserDraft> guard = own.guard(who(), id, changes.value(), request);
    UnaryOperator<UserDraft> change = input.change(changes);
    return answer(
        users.update(
            id,
            Versions.expected(match, UserResource::tag),
            authority.changing(who(), stored -> change.apply(guard.apply(stored)))));
  }

  /** Deletes one person. */
  @DELETE
  @RolesAllowed(AccountPolicy.DELETE_USERS)
  @Path("{id}")
  @Operation(summary = "Deletes one person")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "409", description = "Nobody would be left who may do everything")
  public void delete(
      @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match) {
    users.delete(id, authority.deleting(who(), Versions.expected(match, UserResource::tag)));
  }

  private Identity who() {
    return Callers.of(security);
  }

  private static Response answer(User user) {
    return Response.ok(UserAnswer.of(user)).tag(tag(user)).build();
  }

  /** A role that is renamed or deleted changes the answer but not the person. */
  private static EntityTag tag(User user) {
    return Versions.tag(user.version(), user.roles());
  }
}
