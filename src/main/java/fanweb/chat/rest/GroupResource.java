package fanweb.chat.rest;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.chat.Author;
import fanweb.chat.ChatEvent;
import fanweb.chat.ChatPolicy;
import fanweb.chat.GroupDirectory;
import fanweb.chat.Rank;
import fanweb.chat.Refusal;
import fanweb.platform.Fault;
import fanweb.platform.OpenToGuests;
import fanweb.platform.Patch;
import fanweb.platform.RefusedException;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Groups. A group that nobody has spoken in is there all the same, and empty. */
@Path("groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "groups", description = "Groups, and how one stands in them")
public class GroupResource {
  private static final int MAX_GROUPS = 100;
  private static final int USUAL_GROUPS = 20;

  @Inject private Groups groups;
  @Inject private GroupDirectory directory;
  @Inject private Submissions submissions;
  @Inject private Callers callers;
  @Inject private AddressGate gate;
  @Context private UriInfo uri;
  @Context private HttpServletRequest request;
  @Context private HttpServletResponse response;

  /** Lists the groups in which somebody spoke last. */
  @GET
  @PermitAll
  @Operation(
      summary = "Lists the groups in which somebody spoke last",
      description = "Those that you may read.")
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      description = "How many at most.",
      schema =
          @Schema(
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "" + MAX_GROUPS,
              defaultValue = "" + USUAL_GROUPS))
  @APIResponseSchema(value = GroupList.class, responseDescription = "Groups")
  @APIResponse(responseCode = "400", description = "A parameter is not allowed")
  public GroupList list() {
    QueryReader query = new QueryReader(uri.getRequestUri().getRawQuery(), Set.of("limit"));
    int limit = query.count("limit", 1, MAX_GROUPS, USUAL_GROUPS);
    query.end();
    return GroupList.of(directory.recent(limit, callers.of(request)));
  }

  /** Makes a group one's own. */
  @POST
  @OpenToGuests
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Makes a group your own",
      description =
          "One in which nothing has happened yet. Others need not be made: they are there.")
  @APIResponseSchema(
      value = GroupAnswer.class,
      responseCode = "201",
      responseDescription = "It is yours")
  @APIResponse(responseCode = "401", description = "You are not signed in")
  @APIResponse(responseCode = "403", description = "You may not make groups")
  @APIResponse(responseCode = "409", description = "Somebody has spoken there, or owns it")
  @APIResponse(responseCode = "429", description = "Too fast")
  @APIResponse(responseCode = "503", description = "The database does not answer just now")
  public Response found(NewGroup wanted) {
    GroupName name = wanted.group();
    Identity caller = callers.signedIn(request);
    demandFree(name, caller, wanted);
    Author author = Author.of(caller, "");
    String owner = wanted.owner() == null ? author.id() : wanted.owner();
    submissions.submit(
        name, caller, null, at -> new ChatEvent.MemberChanged(at, author, owner, Rank.OWNER));
    submissions.submit(
        name, caller, null, at -> new ChatEvent.SettingsChanged(at, author, wanted.settings()));
    return Response.created(uri.getAbsolutePathBuilder().path(name.value()).build())
        .entity(groups.read(name, caller, view -> GroupAnswer.of(name, view, caller, 0)))
        .build();
  }

  /** What is one's own anyway the journal decides, for two at once. */
  private void demandFree(GroupName name, Identity caller, NewGroup wanted) {
    if (wanted.owner() == null) {
      ChatPolicy.founding(caller)
          .ifPresent(
              refusal -> {
                throw Problems.of(refusal);
              });
    }
    if (groups.look(name, view -> view.head().offset()) > 0) {
      throw Problems.of(Refusal.GROUP_TAKEN);
    }
  }

  /** Tells one group. */
  @GET
  @Path("{group}")
  @PermitAll
  @Operation(
      summary = "Tells one group",
      description =
          "Whoever does not say who they are becomes a new guest and gets the cookie `fanweb_guest`.")
  @APIResponseSchema(value = GroupAnswer.class, responseDescription = "The group")
  @APIResponse(responseCode = "401", description = "A token that is nobody's")
  @APIResponse(responseCode = "403", description = "You may not read there")
  @APIResponse(responseCode = "503", description = "The database does not answer just now")
  public GroupAnswer get(@PathParam("group") String group) {
    GroupName name = Groups.named(group);
    Identity caller = callers.orNewGuest(request, response);
    long readUpTo = groups.readUpTo(name, caller);
    return groups.read(name, caller, view -> GroupAnswer.of(name, view, caller, readUpTo));
  }

  /** Tells who is in a group. */
  @GET
  @Path("{group}/presence")
  @PermitAll
  @Operation(summary = "Tells who is in a group")
  @APIResponseSchema(value = PresenceAnswer.class, responseDescription = "Who is there")
  @APIResponse(responseCode = "401", description = "A token that is nobody's")
  @APIResponse(responseCode = "403", description = "You may not read there")
  @APIResponse(responseCode = "503", description = "The database does not answer just now")
  public PresenceAnswer presence(@PathParam("group") String group) {
    return groups.read(
        Groups.named(group), callers.of(request), view -> PresenceAnswer.of(view.presence()));
  }

  /** Remembers how far somebody has read. */
  @PUT
  @Path("{group}/read")
  @OpenToGuests
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Remembers how far you have read",
      description = "What is behind an earlier mark changes nothing.")
  @APIResponse(responseCode = "204", description = "Remembered")
  @APIResponse(responseCode = "403", description = "You may not read there")
  @APIResponse(responseCode = "429", description = "Too fast")
  @APIResponse(responseCode = "503", description = "The database does not answer just now")
  public void markRead(@PathParam("group") String group, ReadMark mark) {
    GroupName name = Groups.named(group);
    gate.speak(request);
    Identity caller = callers.known(request);
    long head = groups.read(name, caller, view -> view.head().offset());
    if (mark.offset() > head) {
      throw RefusedException.invalid(
          Fault.inBody("/offset", "must be at most the group's head, which is " + head));
    }
    groups.markRead(name, caller, mark.offset());
  }

  /** Changes how a group is set up. */
  @PATCH
  @Path("{group}/settings")
  @OpenToGuests
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Operation(
      summary = "Changes how a group is set up",
      description =
          "What is not named stays, also when somebody else changes it at the same moment. Of two"
              + " changes of the same the later holds.")
  @APIResponseSchema(value = StoredAnswer.class, responseDescription = "Changed")
  @APIResponse(responseCode = "401", description = "You are not signed in")
  @APIResponse(responseCode = "403", description = "You are not its owner")
  @APIResponse(responseCode = "429", description = "Too fast")
  @APIResponse(responseCode = "503", description = "The database does not answer just now")
  public StoredAnswer configure(@PathParam("group") String group, Patch<SettingsChanges> changes) {
    GroupName name = Groups.named(group);
    Identity caller = callers.signedIn(request);
    return submissions.configure(name, caller, old -> SettingsChanges.applied(changes, old));
  }
}
