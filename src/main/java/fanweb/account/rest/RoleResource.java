package fanweb.account.rest;

import fanweb.account.Role;
import fanweb.account.RoleDraft;
import fanweb.account.Roles;
import fanweb.listing.Listing;
import fanweb.listing.Records.Assignment;
import fanweb.listing.Rows;
import fanweb.platform.Fault;
import fanweb.platform.Patch;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Roles. What roles there are is no secret. */
@Path("roles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
public class RoleResource {
  @Inject private Roles roles;
  @Context private UriInfo uri;

  /** Lists roles. */
  @GET
  @PermitAll
  public RolePage list() {
    Query query = new Query(uri, Roles.FIELDS);
    Listing listing = query.listing();
    Rows<RoleAnswer> rows = roles.list(listing).map(RoleAnswer::of);
    return new RolePage(
        rows.count(), query.next(listing, rows), query.previous(listing), rows.results());
  }

  /** Makes a role. */
  @POST
  public Response create(NewRole role) {
    Role made = roles.create(new RoleDraft(UserInput.line(role.name()), role.code()));
    return Response.created(uri.getAbsolutePathBuilder().path(Long.toString(made.id())).build())
        .tag(Versions.tag(made.version()))
        .entity(RoleAnswer.of(made))
        .build();
  }

  /** Changes several roles. */
  @PATCH
  public Updated updateAll(Patch<RoleChanges> changes) {
    if (changes.gives("code")) {
      throw RefusedException.invalid(
          Fault.inBody("/code", "can be changed for one role at a time only"));
    }
    List<Assignment> name =
        List.of(new Assignment("name", UserInput.line(String.valueOf(changes.value().name()))));
    return new Updated(roles.updateAll(new Query(uri, Roles.FIELDS).bulk(), name));
  }

  /** Deletes several roles. */
  @DELETE
  public Deleted deleteAll() {
    return new Deleted(roles.deleteAll(new Query(uri, Roles.FIELDS).bulk()));
  }

  /** Tells one role. */
  @GET
  @Path("{id}")
  @PermitAll
  public Response get(@PathParam("id") long id, @Context Request request) {
    Role role =
        roles
            .find(id)
            .orElseThrow(
                () -> new RefusedException(Reason.MISSING, "There is no role with the id " + id));
    Response.ResponseBuilder same = request.evaluatePreconditions(Versions.tag(role.version()));
    return same == null ? answer(role) : same.build();
  }

  /** Changes one role. */
  @PATCH
  @Path("{id}")
  public Response update(
      @PathParam("id") long id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match,
      Patch<RoleChanges> changes) {
    RoleChanges to = changes.value();
    return answer(
        roles.update(
            id,
            Versions.expected(match),
            old ->
                new RoleDraft(
                    to.name() == null ? old.name() : UserInput.line(to.name()),
                    to.code() == null ? old.code() : to.code())));
  }

  /** Deletes one role, and takes it from everybody who has it. */
  @DELETE
  @Path("{id}")
  public void delete(
      @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match) {
    roles.delete(id, Versions.expected(match));
  }

  private static Response answer(Role role) {
    return Response.ok(RoleAnswer.of(role)).tag(Versions.tag(role.version())).build();
  }
}
