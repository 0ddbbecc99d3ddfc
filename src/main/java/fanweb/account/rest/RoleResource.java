package fanweb.account.rest;

import fanweb.account.AccountPolicy;
import fanweb.account.Identity;
import fanweb.account.Role;
import fanweb.account.Roles;
import fanweb.listing.Listing;
import fanweb.listing.Rows;
import fanweb.platform.Patch;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Roles. */
@Noted
@Path("roles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "roles", description = "What people can be, and what that allows them")
public class RoleResource {
  @Inject private Roles roles;
  @Inject private RoleInput input;
  @Context private UriInfo uri;
  @Context private SecurityContext security;

  /** Lists roles. */
  @GET
  @RolesAllowed(AccountPolicy.VIEW_ROLES)
  @Operation(summary = "Lists roles")
  public RolePage list() {
    Query query = new Query(uri, Roles.FIELDS);
    Listing listing = query.listing();
    Rows<RoleAnswer> rows = roles.list(listing).map(RoleAnswer::of);
    return new RolePage(
        rows.count(), query.next(listing, rows), query.previous(listing), rows.results());
  }

  /** Makes a role. */
  @POST
  @RolesAllowed(AccountPolicy.ADD_ROLES)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Makes a role")
  @APIResponseSchema(value = RoleAnswer.class, responseCode = "201", responseDescription = "Made")
  @APIResponse(responseCode = "409", description = "Another role has this code")
  public Response create(NewRole role) {
    Role made = roles.create(input.draft(who(), role));
    return Response.created(uri.getAbsolutePathBuilder().path(Long.toString(made.id())).build())
        .tag(tag(made))
        .entity(RoleAnswer.of(made))
        .build();
  }

  /** Changes several roles. */
  @PATCH
  @RolesAllowed(AccountPolicy.CHANGE_ROLES)
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Operation(summary = "Changes several roles", description = "Only their name.")
  public Updated updateAll(Patch<RoleChanges> changes) {
    return new Updated(
        roles.updateAll(new Query(uri, Roles.FIELDS).bulk(), input.assignments(changes)));
  }

  /** Deletes several roles. */
  @DELETE
  @RolesAllowed(AccountPolicy.DELETE_ROLES)
  @Operation(summary = "Deletes several roles")
  public Deleted deleteAll() {
    return new Deleted(
        roles.deleteAll(new Query(uri, Roles.FIELDS).bulk(), input.checkTaken(who())));
  }

  /** Tells one role. */
  @GET
  @Path("{id}")
  @RolesAllowed(AccountPolicy.VIEW_ROLES)
  @Operation(summary = "Tells one role")
  @APIResponseSchema(value = RoleAnswer.class, responseDescription = "The role")
  public Response get(@PathParam("id") long id, @Context Request request) {
    Role role =
        roles
            .find(id)
            .orElseThrow(
                () -> new RefusedException(Reason.MISSING, "There is no role with the id " + id));
    Response.ResponseBuilder same = request.evaluatePreconditions(tag(role));
    return same == null ? answer(role) : same.build();
  }

  /** Changes one role. */
  @PATCH
  @RolesAllowed(AccountPolicy.CHANGE_ROLES)
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Path("{id}")
  @Operation(summary = "Changes one role")
  @APIResponseSchema(value = RoleAnswer.class, responseDescription = "The role as it is now")
  @APIResponse(
      responseCode = "409",
      description =
          "Another role has this code, this one is built in, or nobody could do everything")
  public Response update(
      @PathParam("id") long id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match,
      Patch<RoleChanges> changes) {
    return answer(
        roles.update(
            id, Versions.expected(match, RoleResource::tag), input.change(who(), changes)));
  }

  /** Deletes one role, and takes it from everybody who has it. */
  @DELETE
  @RolesAllowed(AccountPolicy.DELETE_ROLES)
  @Path("{id}")
  @Operation(summary = "Deletes one role, and takes it from everybody who has it")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(
      responseCode = "409",
      description = "It is built in, or nobody could do everything without it")
  public void delete(
      @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match) {
    roles.delete(id, input.deletable(who(), Versions.expected(match, RoleResource::tag)));
  }

  private Identity who() {
    return Callers.of(security);
  }

  private static Response answer(Role role) {
    return Response.ok(RoleAnswer.of(role)).tag(tag(role)).build();
  }

  private static EntityTag tag(Role role) {
    return Versions.tag(role.version());
  }
}
